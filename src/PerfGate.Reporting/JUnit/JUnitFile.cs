using System.Text;
using System.Xml;
using System.Xml.Linq;
using PerfGate.Gate.Results;
using PerfGate.Reporting.Text;
using PerfGate.Reporting.Views;

namespace PerfGate.Reporting.JUnit;

/// <summary>
/// junit.xml: one case for the run, one per success criterion, one per target and one per comparison. A case fails for what
/// fails the gate; what could not be decided is skipped with its reason, so that it never reads as a success.
/// </summary>
internal static class JUnitFile
{
    public static string Of(Report report)
    {
        XElement[] suites =
        [
            Suite(report, "run", [Run(report)]),
            Suite(report, "criteria", [.. report.Result.Criteria.Select(c => Criterion(report, c))]),
            Suite(report, "targets", [.. report.Result.Targets.Select(t => Target(report, t))]),
            Suite(report, "comparisons", [.. report.Result.Comparisons.Select(c => Compared(report, c))]),
        ];
        var root = new XElement(
            "testsuites",
            new XAttribute("name", $"perfgate {Name(report)}"),
            Total(suites, "tests"), Total(suites, "failures"), Total(suites, "errors"), Total(suites, "skipped"),
            suites);
        return Text(new XDocument(root));
    }

    static XElement Suite(Report report, string kind, XElement[] cases) => new(
        "testsuite",
        new XAttribute("name", $"{Name(report)} {kind}"),
        new XAttribute("tests", cases.Length),
        new XAttribute("failures", cases.Count(c => c.Element("failure") is not null)),
        new XAttribute("errors", cases.Count(c => c.Element("error") is not null)),
        new XAttribute("skipped", cases.Count(c => c.Element("skipped") is not null)),
        new XAttribute("time", kind is "run" ? Math.Round(report.Run.DurationSeconds, 3) : 0),
        new XAttribute("timestamp", report.Run.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss")),
        cases);

    static XElement Run(Report report)
    {
        var result = report.Result;
        return Case(report, "run", "verdict", result.Verdict switch
        {
            Verdict.Invalid => Outcome("error", string.Join(" ", result.Warnings.Prepend(result.Headline))),
            _ when result.ExitCode is 2 => Outcome("failure", result.Headline),
            Verdict.Regressed => Outcome("failure", result.Headline),
            Verdict.Inconclusive or Verdict.NoBaseline => Outcome("skipped", result.Headline),
            _ => null,
        });
    }

    static XElement Criterion(Report report, CriterionResult criterion) =>
        Case(report, "criteria", PlainText.Line(criterion.Title), criterion.Outcome switch
        {
            Gate.Results.Outcome.Failed => Outcome("failure", criterion.Evidence),
            Gate.Results.Outcome.Undecided => Outcome("skipped", criterion.Evidence),
            _ => null,
        });

    static XElement Target(Report report, TargetResult target)
    {
        var metric = Metric.Of(target.Metric);
        var value = metric.Limited(target.Value);
        return Case(report, "targets", $"{metric.Label} of {PlainText.Line(target.Subject())}", target.Tier switch
        {
            null => Outcome("skipped", target.Note ?? "There was nothing to measure it from."),
            Tier.Critical => Outcome("failure", $"{value}; critical limit {metric.Condition(target.Critical)}."),
            _ => null,
        });
    }

    static XElement Compared(Report report, Comparison comparison)
    {
        var metric = Metric.Of(comparison.Metric);
        var of = PlainText.Line($"{comparison.Method} {comparison.Endpoint}");
        var facts = $"{metric.Compared(comparison.Baseline)} before, {metric.Compared(comparison.Candidate)} now, " +
            $"{Quantity.Change(comparison.Change)} ({Quantity.Interval(comparison.Lower, comparison.Upper)}). {PlainText.Line(comparison.Note, 400)}".TrimEnd();
        return Case(report, "comparisons", $"{metric.Label} of {of}", comparison.Verdict switch
        {
            Verdict.Regressed => Outcome("failure", facts),
            Verdict.Invalid => Outcome("error", facts),
            Verdict.Inconclusive or Verdict.NoBaseline => Outcome("skipped", $"{Changes.Words(comparison)}: {facts}"),
            _ => null,
        });
    }

    static XElement Case(Report report, string kind, string name, XElement? outcome) => new(
        "testcase",
        new XAttribute("classname", $"{PlainText.Line(report.Run.Suite)}.{PlainText.Line(report.Run.Profile)}.{kind}"),
        new XAttribute("name", name),
        new XAttribute("time", 0),
        outcome);

    static XElement Outcome(string kind, string message) => new(kind, new XAttribute("message", PlainText.Line(message, 1000)));

    static XAttribute Total(XElement[] suites, string name) => new(name, suites.Sum(s => (int)s.Attribute(name)!));

    static string Name(Report report) => $"{PlainText.Line(report.Run.Suite)} {PlainText.Line(report.Run.Profile)}";

    static string Text(XDocument document)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
            document.Save(writer);
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}

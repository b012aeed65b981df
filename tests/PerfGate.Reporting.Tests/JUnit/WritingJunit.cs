using System.Xml.Linq;
using PerfGate.Gate.Results;
using PerfGate.Reporting.JUnit;
using PerfGate.Reporting.Tests.Samples;

namespace PerfGate.Reporting.Tests.JUnit;

public sealed class WritingJunit
{
    [Fact]
    public void There_is_a_case_for_the_run_each_target_and_each_comparison()
    {
        var report = SampleReport.Passed();
        var root = Parse(report);
        Cases(root, "run").Count.ShouldBe(1);
        Cases(root, "targets").Count.ShouldBe(report.Result.Targets.Count);
        Cases(root, "comparisons").Count.ShouldBe(report.Result.Comparisons.Count);
        ((int)root.Attribute("tests")!).ShouldBe(root.Descendants("testcase").Count());
        ((int)root.Attribute("skipped")!).ShouldBe(root.Descendants("skipped").Count());
    }

    [Fact]
    public void A_critical_target_fails_with_value_and_limit()
    {
        var root = Parse(SampleReport.CriticalTargetMissed());
        Outcome(root, "targets", "p99 of all requests").ShouldBe(("failure", "2.4 s; critical limit ≤ 2 s."));
        Outcome(root, "run", "verdict").Kind.ShouldBe("failure");
        ((int)root.Attribute("failures")!).ShouldBe(3, "the run, the target, and the criterion about failures");
    }

    [Fact]
    public void A_success_criterion_fails_or_is_skipped_with_its_evidence()
    {
        var root = Parse(SampleReport.CriterionNotMet());
        Cases(root, "criteria").Count.ShouldBe(6);
        Outcome(root, "criteria", "Error rate below 0.5 %").ShouldBe(("failure", "0.57 % of 2,788 requests failed."));
        Outcome(root, "criteria", "No memory leak: less than 20 % growth in 30 minutes").ShouldBe(("skipped", "55 s were measured; at least 180 s are needed."));
        Cases(root, "criteria").Single(c => (string)c.Attribute("name")! == "No crash, restart, OOM kill or panic").HasElements.ShouldBeFalse();
    }

    [Fact]
    public void A_regression_fails()
    {
        var root = Parse(SampleReport.Regressed());
        var (kind, message) = Outcome(root, "comparisons", "p95 of GET /api/v1/tokens/my-tokens");
        kind.ShouldBe("failure");
        message.ShouldContain("+38 %");
    }

    [Fact]
    public void What_could_not_be_decided_is_skipped_with_its_reason()
    {
        var root = Parse(SampleReport.Inconclusive());
        var (kind, message) = Outcome(root, "comparisons", "p99 of all requests");
        kind.ShouldBe("skipped");
        message.ShouldContain("Shown only: fewer than 5,000 requests.");
        Outcome(Parse(SampleReport.NoBaseline()), "run", "verdict").Kind.ShouldBe("skipped");
        Outcome(Parse(SampleReport.Inconclusive()), "run", "verdict").Kind.ShouldBe("skipped");
    }

    [Fact]
    public void A_target_without_a_value_is_skipped_and_an_invalid_run_is_an_error()
    {
        var root = Parse(SampleReport.Invalid());
        Outcome(root, "targets", "p95 of all requests").ShouldBe(("skipped", "There was nothing to measure it from."));
        var (kind, message) = Outcome(root, "run", "verdict");
        kind.ShouldBe("error");
        message.ShouldContain("api exited with code 139");
    }

    [Fact]
    public void A_target_is_named_with_its_method_and_skipped_for_the_reason_that_was_kept()
    {
        var report = SampleReport.NoBaseline();
        var target = report.Result.Targets[0] with { Endpoint = "/note", Method = "POST", Metric = "p95", Value = null, Tier = null, Note = "No POST request was named '/note'." };
        var root = Parse(report with { Result = report.Result with { Targets = [target] } });
        Outcome(root, "targets", "p95 of POST /note").ShouldBe(("skipped", "No POST request was named '/note'."));
    }

    [Fact]
    public void It_is_valid_whatever_the_names()
    {
        foreach (var name in Hostility.Names(150))
        {
            var report = SampleReport.Hostile(name);
            Parse(report).Descendants("testcase").Count().ShouldBe(1 + report.Result.Criteria.Count + report.Result.Targets.Count + report.Result.Comparisons.Count);
        }
    }

    static XElement Parse(Report report) => XDocument.Parse(JUnitFile.Of(report)).Root!;

    static List<XElement> Cases(XElement root, string kind) =>
        [.. root.Descendants("testcase").Where(c => ((string)c.Attribute("classname")!).EndsWith($".{kind}", StringComparison.Ordinal))];

    static (string Kind, string Message) Outcome(XElement root, string kind, string name)
    {
        var outcome = Cases(root, kind).Single(c => (string)c.Attribute("name")! == name).Elements().Single();
        return (outcome.Name.LocalName, (string)outcome.Attribute("message")!);
    }
}

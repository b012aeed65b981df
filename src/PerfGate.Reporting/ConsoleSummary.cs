using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Reporting.Summary;
using PerfGate.Reporting.Terminal;
using PerfGate.Reporting.Text;
using PerfGate.Reporting.Views;

namespace PerfGate.Reporting;

/// <summary>The run in a screenful of plain text: verdict, endpoints, what was missed and why, and where the report is.</summary>
public static class ConsoleSummary
{
    const int Narrowest = 40;
    const int MostChanges = 5;

    /// <summary>Writes the summary.</summary>
    /// <param name="report">What to tell.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="colour">Whether the terminal understands ANSI colours; nothing is told by colour alone.</param>
    /// <param name="width">The width of the terminal in columns; less than 40 counts as 40.</param>
    /// <param name="folder">The folder the report files are in; null when they were not written.</param>
    public static void Write(Report report, TextWriter writer, bool colour, int width, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        var paint = new Paint(colour);
        var model = SummaryModel.Of(report);
        writer.WriteLine();
        writer.WriteLine(paint.Tone($"{model.State.Mark} {model.Verdict}", model.State.Tone, strong: true));
        writer.WriteLine(paint.Tone($"  {PlainText.Line(string.Join(" · ", model.Counts), 400)}", "soft"));
        writer.WriteLine();
        var columns = Math.Max(Narrowest, width);
        foreach (var (line, tone) in Table(report).Lines(columns)) writer.WriteLine(paint.Tone(line, tone));
        foreach (var line in Paired(model, columns)) writer.WriteLine(paint.Tone(line.Line, line.Tone));
        string[] reasons = [.. Missed(report, paint), .. Criteria(report, paint, columns), .. Findings(report, paint, columns), .. History(model, paint, columns)];
        if (reasons.Length > 0) writer.WriteLine();
        foreach (var reason in reasons) writer.WriteLine(reason);
        foreach (var warning in model.Warnings) writer.WriteLine(paint.Tone($"! {PlainText.Line(warning, 1000)}", "warn"));
        if (folder is not null)
        {
            writer.WriteLine();
            writer.WriteLine($"Report: {Path.Combine(folder, ReportFiles.Page)}");
        }
    }

    static IEnumerable<(string Line, string Tone)> Paired(SummaryModel model, int width)
    {
        if (model.Paired.Rows.Count > 0)
        {
            var table = new TextTable([.. model.Paired.Columns.Select(c => new TextColumn(c.Title, Right: c.Numeric))]);
            foreach (var row in model.Paired.Rows) table.Add(row[^1][0] switch { '■' => "bad", '◆' => "good", _ => "" }, row);
            yield return ("", "");
            foreach (var line in table.Lines(width)) yield return line;
            if (model.Paired.More is { } more) yield return (TextLine.Cut(more, width), "soft");
            if (model.Paired.Legend is { } legend) yield return (legend, "soft");
        }

        if (model.Session is { } session) yield return (session, "");
    }

    static IEnumerable<string> History(SummaryModel model, Paint paint, int width)
    {
        foreach (var change in model.History.Take(MostChanges))
            yield return paint.Tone(TextLine.Cut($"{(change.Rise ? "↗" : "↘")} {change.Text}", width), change.Tone);
        if (model.History.Count > MostChanges) yield return paint.Tone($"… {model.History.Count - MostChanges} more changes of level: see the report", "soft");
    }

    static TextTable Table(Report report)
    {
        var compared = report.Result.Comparisons.Count > 0;
        TextColumn[] change = compared ? [new("p95 change")] : [];
        TextColumn[] tier = report.Result.Targets.Count > 0 ? [new("Targets", Right: false)] : [];
        var table = new TextTable(
            [new("Endpoint", Right: false), new("Requests"), new("Failed"), new("p50"), new("p95"), new("p99"), .. change, .. tier]);
        foreach (var view in EndpointView.Each(report).Append(EndpointView.Overall(report)))
        {
            var now = view.Now is { Requests: > 0 } measured ? measured : null;
            string[] changed = compared ? [Quantity.Change(view.Compared(Metrics.P95)?.Change)] : [];
            string[] reached = report.Result.Targets.Count > 0 ? [Tier(view)] : [];
            table.Add(
                Tone(view),
                [
                    view.Label,
                    Quantity.Count(view.Now?.Requests),
                    Quantity.Count(view.Now?.Failures),
                    Quantity.Micros(now?.P50Micros),
                    Quantity.Micros(now?.P95Micros),
                    Quantity.Micros(now?.P99Micros),
                    .. changed,
                    .. reached,
                ]);
        }

        return table;
    }

    static string Tone(EndpointView view) =>
        view.WorstTier is Gate.Results.Tier.Critical || view.Comparisons.Any(c => Changes.IsChange(c) && Changes.Tone(c) is "bad") ? "bad"
        : view.Comparisons.Any(c => Changes.IsChange(c) && Changes.Tone(c) is "good") ? "good"
        : "";

    static string Tier(EndpointView view) =>
        view.Targets.Count == 0 ? Quantity.Unknown : view.WorstTier?.ToString().ToLowerInvariant() ?? "not measured";

    // What could not be judged is among the warnings.
    static IEnumerable<string> Missed(Report report, Paint paint) =>
        report.Result.Targets.Where(t => t.Tier is Gate.Results.Tier.Degraded or Gate.Results.Tier.Critical).Select(t => Sentence(t, paint));

    static IEnumerable<string> Criteria(Report report, Paint paint, int width)
    {
        foreach (var failed in report.Result.Criteria.Where(c => c.Outcome is Outcome.Failed))
            yield return paint.Tone($"✗ {PlainText.Line(failed.Title)}: {PlainText.Line(failed.Evidence, 400)}", "bad");
        if (Undecided([.. report.Result.Criteria.Where(c => c.Outcome is Outcome.Undecided)]) is { } undecided)
            yield return paint.Tone(TextLine.Cut($"○ could not be told: {undecided}", width), "soft");
    }

    // Of several the reasons would push each other off the line: they stand in the report.
    static string? Undecided(IReadOnlyList<CriterionResult> criteria) => criteria switch
    {
        [] => null,
        [var only] => $"{Brief(only)} ({PlainText.Line(only.Evidence, 400).TrimEnd('.')})",
        _ => string.Join("; ", criteria.Select(Brief)),
    };

    // "No memory leak: less than 20 % growth in 30 minutes" is known by its first words. P95 keeps its capital.
    static string Brief(CriterionResult criterion)
    {
        var words = PlainText.Line(criterion.Title).Split(": ")[0];
        return words.Length > 1 && char.IsAsciiLetterLower(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;
    }

    static IEnumerable<string> Findings(Report report, Paint paint, int width) =>
        report.Result.Findings.Select(f => paint.Tone(TextLine.Cut($"▸ {PlainText.Line(f.Title)}: {PlainText.Line(f.Evidence, 400)}", width), "calm"));

    static string Sentence(TargetResult target, Paint paint)
    {
        var metric = Metric.Of(target.Metric);
        var of = $"{metric.Label} of {PlainText.Line(target.Subject())}";
        return target.Tier switch
        {
            Gate.Results.Tier.Critical => paint.Tone($"✗ {of} is {metric.Limited(target.Value)}: critical limit {metric.Condition(target.Critical)}", "bad"),
            _ => paint.Tone($"! {of} is {metric.Limited(target.Value)}: acceptable {metric.Condition(target.Acceptable)}", "warn"),
        };
    }
}

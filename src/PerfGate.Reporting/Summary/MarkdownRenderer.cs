using System.Globalization;
using System.Text;
using PerfGate.Gate.Results;
using PerfGate.Reporting.Views;

namespace PerfGate.Reporting.Summary;

/// <summary>
/// The summary as GitHub-flavoured markdown: for the pull request, the job's summary and summary.md alike. Every text that
/// is not ours is escaped; whole rows are dropped, and counted, when it would not fit into a comment.
/// </summary>
internal static class MarkdownRenderer
{
    /// <summary>A comment holds 65,536 characters; the rest is room for whoever posts it.</summary>
    public const int Budget = 60_000;

    const int MostChanges = 5;

    public static string Render(SummaryModel model)
    {
        var marker = MarkdownMarker.Of(model);
        return marker + Section(model, $"### {model.State.Emoji} {MarkdownText.Escape(model.Verdict, 500)}", Budget - Bytes(marker));
    }

    /// <summary>The summary below a heading of its own, without the marker, in at most so many bytes.</summary>
    public static string Section(SummaryModel model, string heading, int budget)
    {
        var head = Head(model, heading);
        var paired = Table(model.Paired, folded: false);
        var session = new MarkdownSection(model.Session is { } told ? MarkdownText.Escape(told, 500) + ".\n\n" : "", [], "");
        var history = History(model);
        var changed = Table(model.Changed, folded: false);
        var failed = Failed(model);
        var warnings = Warnings(model);
        MarkdownSection[] details = [.. model.Details.Select(d => Table(d, folded: true)), Findings(model), Table(model.Environment, folded: true)];
        MarkdownSection[] sections = [paired, session, changed, failed, history, warnings, .. details];
        var tail = Trend(model) + Footer(model);
        Fit([.. details.OrderByDescending(d => d.Bytes), warnings, history, changed, failed, paired], Bytes(head) + sections.Sum(s => s.Bytes) + Bytes(tail) - budget);
        var text = head + string.Concat(sections.Select(s => s.ToString())) + tail;
        return Bytes(text) <= budget ? text : head + "_The rest did not fit: see report.html._\n";
    }

    // The longest table gives way first, so that what is short and telling stays whole.
    static void Fit(IEnumerable<MarkdownSection> sections, int excess)
    {
        foreach (var section in sections)
        {
            if (excess <= 0) return;
            var before = section.Bytes;
            section.Save(excess);
            excess -= before - section.Bytes;
        }
    }

    static string Head(SummaryModel model, string heading) =>
        $"{heading}\n\n" + string.Join(" · ", model.Counts.Select(c => MarkdownText.Escape(c))) + "\n\n";

    static MarkdownSection Table(SummaryTable table, bool folded)
    {
        if (table.Rows.Count == 0) return new MarkdownSection("", [], "");
        var head = Row(table.Columns.Select(c => c.Title)) + "\n" +
            Row(table.Columns.Select(c => c.Numeric ? "---:" : "---")) + "\n";
        var rows = table.Rows.Select(r => Row(r.Select(c => MarkdownText.Escape(c)))).ToList();
        var note = table.Note is { } told ? MarkdownText.Escape(told, 400) + "\n\n" : "";
        return folded ? Folded(table.Title, note + head, rows) : new MarkdownSection(head, rows, $"\n{Below(table.More)}{Below(table.Legend)}");
    }

    static string Below(string? text) => text is null ? "" : $"{MarkdownText.Escape(text, 400)}\n\n";

    static MarkdownSection Folded(string title, string head, List<string> rows) =>
        new($"<details><summary>{title} ({rows.Count})</summary>\n\n{head}", rows, "\n</details>\n\n");

    static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    static MarkdownSection Failed(SummaryModel model) =>
        model.FailedCriteria.Count == 0
            ? new MarkdownSection("", [], "")
            : new MarkdownSection("", [.. model.FailedCriteria.Select(c => $"- {CriterionWords.Of(c.Outcome).Emoji} **{Title(c)}**: {MarkdownText.Prose(c.Evidence, 400)}")], "\n");

    // Emphasis around nothing would show its asterisks.
    static string Title(CriterionResult criterion) => MarkdownText.Escape(criterion.Title) is { Length: > 0 } title ? title : "Success criterion";

    static MarkdownSection History(SummaryModel model)
    {
        if (model.History.Count == 0) return new MarkdownSection("", [], "");
        var rows = model.History.Take(MostChanges).Select(c => $"- {(c.Rise ? "📈" : "📉")} {MarkdownText.Escape(c.Text, 400)}").ToList();
        var more = model.History.Count - rows.Count;
        return new MarkdownSection(
            "Changes of level in the stored history:\n\n", rows, more > 0 ? $"\n_{more} more: see report.html._\n\n" : "\n");
    }

    static MarkdownSection Warnings(SummaryModel model) =>
        model.Warnings.Count == 0
            ? new MarkdownSection("", [], "")
            : new MarkdownSection("", [.. model.Warnings.Select(w => $"- ⚠️ {MarkdownText.Prose(w)}")], "\n");

    static MarkdownSection Findings(SummaryModel model) =>
        model.Findings.Count == 0
            ? new MarkdownSection("", [], "")
            : Folded("Findings", "", [.. model.Findings.Select(f => "- " + MarkdownFinding.Of(f))]);

    static string Trend(SummaryModel model)
    {
        if (model.Trend is not { } trend) return "";
        var chart = new StringBuilder("<details><summary>Response times during the run</summary>\n\n```mermaid\nxychart-beta\n");
        chart.Append("    title \"p50 and p95 of all requests\"\n");
        chart.Append(CultureInfo.InvariantCulture, $"    x-axis \"measured seconds\" 0 --> {trend.Seconds:0.#}\n");
        chart.Append("    y-axis \"ms\"\n");
        chart.Append($"    line [{Numbers(trend.P50)}]\n    line [{Numbers(trend.P95)}]\n```\n\n</details>\n\n");
        return chart.ToString();

        static string Numbers(IEnumerable<double> values) =>
            string.Join(", ", values.Select(v => v.ToString("0.###", CultureInfo.InvariantCulture)));
    }

    static string Footer(SummaryModel model)
    {
        var footer = $"{MarkdownText.Escape(model.Compared)} · run {MarkdownText.Escape(model.RunId)}\n";
        return model.Command is null
            ? footer
            : footer + $"\nRepeat it:\n\n{MarkdownText.CodeBlock(model.Command)}\n";
    }

    static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}

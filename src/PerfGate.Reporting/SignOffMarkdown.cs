using System.Text;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Gate.SignOffs;
using PerfGate.Reporting.Summary;

namespace PerfGate.Reporting;

/// <summary>A sign-off as a document to attach to a release.</summary>
public static class SignOffMarkdown
{
    /// <summary>GitHub-flavoured markdown, rendered from the record alone; every text that is not ours is escaped.</summary>
    public static string Render(SignOffRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var text = new StringBuilder()
            .Append("# Performance sign-off: ").Append(MarkdownText.Escape(record.Suite)).Append("\n\n")
            .Append(Mark(record.Decision)).Append(' ').Append(MarkdownText.Prose(record.Headline)).Append("\n\n")
            .Append("| | |\n|---|---|\n")
            .Append("| Candidate | ").Append(Side(record.Candidate)).Append(" |\n")
            .Append("| Compared with | ").Append(MarkdownText.Escape(record.Baseline.Reference)).Append(", ").Append(Side(record.Baseline)).Append(" |\n")
            .Append("| Decided | ").Append(record.At.ToString("u", System.Globalization.CultureInfo.InvariantCulture)).Append(" |\n\n")
            .Append("| | Question | Answer | Run |\n|---|---|---|---|\n");
        // In a cell even code may hold no bar: there nothing is read as markup.
        foreach (var check in record.Checks)
            text.Append("| ").Append(Mark(check.Outcome)).Append(" | ").Append(MarkdownText.Escape(check.Question)).Append(" | ").Append(MarkdownText.Escape(check.Evidence, 1000)).Append(" | ").Append(MarkdownText.Escape(check.RunId)).Append(" |\n");
        if (record.Command is { } command) text.Append("\nRepeat it:\n\n").Append(MarkdownText.CodeBlock(command)).Append('\n');
        return text.ToString();
    }

    static string Side(SideRecord side) =>
        MarkdownText.Escape(side.Commit)
        + (side.Dirty ? " with changes that are in no commit" : "")
        + (side.Injected is { } injected ? $", made worse on purpose ({MarkdownText.Escape(injected, 60)})" : "");

    static string Mark(SignOffDecision decision) => decision switch
    {
        SignOffDecision.Approved => "✅",
        SignOffDecision.Refused => "❌",
        _ => "❔",
    };

    static string Mark(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "✅",
        Outcome.Failed => "❌",
        _ => "❔",
    };
}

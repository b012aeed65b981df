using PerfGate.Reporting.Views;

namespace PerfGate.Reporting.Summary;

/// <summary>One suite among several: its summary, or why it has none.</summary>
internal sealed record SuiteSection
{
    const int NotMeasured = 1;

    public required string Suite { get; init; }

    /// <summary>Null when it could not be measured.</summary>
    public SummaryModel? Model { get; init; }

    public string? Problem { get; init; }

    public string Emoji => Model?.State.Emoji ?? "🚫";

    /// <summary>What became of it, in a word or three.</summary>
    public string Word => Model?.State.Title.ToLowerInvariant() ?? "could not be measured";

    /// <summary>Smaller is graver: what failed, what could not be told, what passed.</summary>
    public int Gravity => Model?.State.State switch
    {
        RunState.CriticalTargetMissed or RunState.CriterionNotMet or RunState.Regressed => 0,
        null => NotMeasured,
        RunState.Invalid => 2,
        RunState.Inconclusive => 3,
        RunState.NoBaseline => 4,
        _ => 5,
    };

    public static SuiteSection Of(SuiteReport suite) => new()
    {
        Suite = suite.Suite,
        Model = suite.Report is { } report ? SummaryModel.Of(report) : null,
        Problem = suite.Problem,
    };

    /// <summary>The section in at most so many bytes, as far as its heading allows.</summary>
    public string Render(int budget)
    {
        var heading = $"#### {Emoji} {MarkdownText.Escape(Suite)}";
        return Model is null
            ? $"{heading}: could not be measured\n\n{Reason}\n\n"
            : MarkdownRenderer.Section(Model, $"{heading} · {MarkdownText.Escape(Model.Verdict, 500)}", budget) + "\n";
    }

    // A message of several lines becomes one, without the indentation that it had.
    string Reason => MarkdownText.Prose(string.Join(' ', (Problem ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))) is { Length: > 0 } reason
        ? reason
        : "Why is not known.";
}

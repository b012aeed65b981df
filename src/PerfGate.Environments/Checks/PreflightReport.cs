namespace PerfGate.Environments.Checks;

/// <summary>The whole checklist.</summary>
/// <param name="Results">Its lines, in the order of the checks.</param>
public sealed record PreflightReport(IReadOnlyList<PreflightResult> Results)
{
    /// <summary>Whether the run can go on.</summary>
    public bool Passed => Results.All(result => result.Outcome != PreflightOutcome.Failed);

    /// <summary>What keeps the run from going on.</summary>
    public IEnumerable<PreflightResult> Failures => Results.Where(result => result.Outcome == PreflightOutcome.Failed);

    /// <summary>The checklist as text: a line for each result with ✓, ! or ✗, and its advice below.</summary>
    public override string ToString() => string.Join('\n', Results.Select(Line));

    static string Line(PreflightResult result)
    {
        var line = $"{Sign(result.Outcome)} {result.Text}";
        return result.Advice is { } advice ? $"{line}\n    {advice.Replace("\n", "\n    ", StringComparison.Ordinal)}" : line;
    }

    static char Sign(PreflightOutcome outcome) => outcome switch
    {
        PreflightOutcome.Passed => '✓',
        PreflightOutcome.Warning => '!',
        _ => '✗',
    };
}

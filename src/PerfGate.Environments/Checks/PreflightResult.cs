namespace PerfGate.Environments.Checks;

/// <summary>One line of the checklist.</summary>
/// <param name="Outcome">What was found.</param>
/// <param name="Text">The same in words, with the value seen.</param>
/// <param name="Advice">What to do about it; null when there is nothing to do.</param>
public sealed record PreflightResult(PreflightOutcome Outcome, string Text, string? Advice)
{
    /// <summary>In order.</summary>
    public static PreflightResult Passed(string text) => new(PreflightOutcome.Passed, text, Advice: null);

    /// <summary>The run may go on, with this said.</summary>
    public static PreflightResult Warning(string text, string? advice = null) => new(PreflightOutcome.Warning, text, advice);

    /// <summary>The run cannot go on.</summary>
    public static PreflightResult Failed(string text, string? advice = null) => new(PreflightOutcome.Failed, text, advice);
}

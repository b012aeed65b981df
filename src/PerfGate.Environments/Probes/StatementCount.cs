namespace PerfGate.Environments.Probes;

/// <summary>How often one statement ran, and for how long.</summary>
/// <param name="Id">What tells it from the others.</param>
/// <param name="Text">Its text on one line, parameters instead of values, shortened.</param>
/// <param name="Calls">How often it ran.</param>
/// <param name="TotalMillis">For how long, all runs together, in milliseconds.</param>
public sealed record StatementCount(string Id, string Text, long Calls, double TotalMillis)
{
    /// <summary>For how long on average, in milliseconds.</summary>
    public double MeanMillis => TotalMillis / Calls;
}

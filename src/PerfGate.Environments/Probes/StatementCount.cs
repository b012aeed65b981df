namespace PerfGate.Environments.Probes;

/// <summary>How often one statement ran, for how long, and what it touched.</summary>
/// <param name="Id">What tells it from the others.</param>
/// <param name="Text">Its text on one line, parameters instead of values, shortened.</param>
/// <param name="Calls">How often it ran.</param>
/// <param name="TotalMillis">For how long, all runs together, in milliseconds.</param>
public sealed record StatementCount(string Id, string Text, long Calls, double TotalMillis)
{
    /// <summary>For how long on average, in milliseconds.</summary>
    public double MeanMillis => TotalMillis / Calls;

    /// <summary>Rows that it returned or changed, all runs together; null when the store does not count them.</summary>
    public long? Rows { get; init; }

    /// <summary>Blocks of tables and indexes that it touched, cached or not, all runs together; null when the store does not count them.</summary>
    public long? Blocks { get; init; }
}

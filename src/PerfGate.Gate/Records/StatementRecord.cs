namespace PerfGate.Gate.Records;

/// <summary>One statement of a store during the measured stages.</summary>
/// <param name="Text">Its text on one line, parameters instead of values, shortened.</param>
/// <param name="Calls">How often it ran.</param>
/// <param name="TotalMillis">For how long, all runs together, in milliseconds.</param>
/// <param name="MeanMillis">For how long on average, in milliseconds.</param>
public sealed record StatementRecord(string Text, long Calls, double TotalMillis, double MeanMillis)
{
    /// <summary>Rows that it returned or changed, all runs together; null when the store does not count them.</summary>
    public long? Rows { get; init; }

    /// <summary>Blocks of the store that it touched, all runs together; null when the store does not count them.</summary>
    public long? Blocks { get; init; }
}

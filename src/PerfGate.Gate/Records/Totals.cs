namespace PerfGate.Gate.Records;

/// <summary>Requests counted.</summary>
/// <param name="Requests">All of them, failed ones included.</param>
/// <param name="Failures">The failed ones.</param>
/// <param name="Seconds">The time in which they were asked for.</param>
public sealed record Totals(long Requests, long Failures, double Seconds)
{
    /// <summary>Requests per second; null when no time passed.</summary>
    public double? RequestsPerSecond => Seconds > 0 ? Requests / Seconds : null;

    /// <summary>Failures over requests, 0 to 1; null without requests.</summary>
    public double? ErrorRate => Requests > 0 ? (double)Failures / Requests : null;
}

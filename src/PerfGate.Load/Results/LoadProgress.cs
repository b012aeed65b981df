namespace PerfGate.Load.Results;

/// <summary>What a person watching wants to see, about once a second while load runs.</summary>
/// <param name="Stage">The current stage's name.</param>
/// <param name="StageNumber">Its number, from 1.</param>
/// <param name="StageCount">How many there are.</param>
/// <param name="WarmUp">Whether it is a warm-up.</param>
/// <param name="Elapsed">Since load began.</param>
/// <param name="StageLeft">Left in this stage.</param>
/// <param name="TotalLeft">Left in the profile.</param>
/// <param name="Users">Users running.</param>
/// <param name="All">The last second, all endpoints together.</param>
/// <param name="Requests">Requests since load began, warm-up included.</param>
/// <param name="Failures">Failures since load began, warm-up included.</param>
/// <param name="Endpoints">Totals per endpoint since the current stage began.</param>
public sealed record LoadProgress(
    string Stage,
    int StageNumber,
    int StageCount,
    bool WarmUp,
    TimeSpan Elapsed,
    TimeSpan StageLeft,
    TimeSpan TotalLeft,
    int Users,
    SecondStatistics All,
    long Requests,
    long Failures,
    IReadOnlyList<SecondEndpointResult> Endpoints)
{
    /// <summary>Arrivals per second that the current stage wants now; null in a closed stage.</summary>
    public double? WantedRate { get; init; }

    /// <summary>Arrivals since load began that found no idle user.</summary>
    public long Dropped { get; init; }
}

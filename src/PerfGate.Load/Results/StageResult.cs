namespace PerfGate.Load.Results;

/// <summary>What one stage measured. A request belongs to the stage in which it was asked for.</summary>
/// <param name="Name">The stage's name.</param>
/// <param name="WarmUp">Whether the profile keeps this stage apart from judgement.</param>
/// <param name="Start">When it began, after the start of load.</param>
/// <param name="Duration">How long it lasted; shorter than planned when load was cut off.</param>
/// <param name="Users">Users wanted at its end; in an open stage those of the pool.</param>
/// <param name="Endpoints">One per endpoint that was requested, in order of name and method.</param>
public sealed record StageResult(
    string Name, bool WarmUp, TimeSpan Start, TimeSpan Duration, int Users, IReadOnlyList<EndpointResult> Endpoints)
{
    /// <summary>Arrivals per second wanted at its end; null in a closed stage.</summary>
    public double? Rate { get; init; }

    /// <summary>
    /// 99th percentile of how late its tasks began (started minus due), in microseconds; null when none was due at a time of its own.
    /// </summary>
    public long? ScheduleLagP99Micros { get; init; }

    /// <summary>Arrivals per second wanted at its start; null in a closed stage.</summary>
    public double? StartRate { get; init; }

    /// <summary>Arrivals that came in it, those of <see cref="Dropped"/> included; null in a closed stage.</summary>
    public long? Arrivals { get; init; }

    /// <summary>Arrivals in it for which no user of the pool was idle; null in a closed stage.</summary>
    public long? Dropped { get; init; }
}

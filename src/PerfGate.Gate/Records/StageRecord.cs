namespace PerfGate.Gate.Records;

/// <summary>One stage of a run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="WarmUp">Whether it is kept apart from judgement.</param>
/// <param name="StartSeconds">Its start, after the start of load.</param>
/// <param name="DurationSeconds">How long it lasted.</param>
/// <param name="Users">Users wanted at its end.</param>
/// <param name="Endpoints">Its requests per endpoint.</param>
public sealed record StageRecord(
    string Name, bool WarmUp, double StartSeconds, double DurationSeconds, int Users, IReadOnlyList<EndpointRecord> Endpoints)
{
    /// <summary>Arrivals per second wanted at its end; null in a closed stage.</summary>
    public double? Rate { get; init; }

    /// <summary>Arrivals per second wanted at its start; null in a closed stage, and in a record that did not keep it.</summary>
    public double? StartRate { get; init; }

    /// <summary>
    /// Arrivals that came in it, those of <see cref="Dropped"/> included; null in a closed stage, and in a record that did not keep them.
    /// </summary>
    public long? Arrivals { get; init; }

    /// <summary>Arrivals in it for which no user of the pool was idle; null in a closed stage, and in a record that did not keep them.</summary>
    public long? Dropped { get; init; }
}

namespace PerfGate.Gate.Records;

/// <summary>The run second by second, as columns of equal length, in a long run a few seconds at a time. Percentiles are null in a second without requests.</summary>
/// <param name="Second">Whole seconds since load began.</param>
/// <param name="Users">Users running.</param>
/// <param name="All">All endpoints together.</param>
/// <param name="Endpoints">Each endpoint on its own.</param>
public sealed record SeriesRecord(
    IReadOnlyList<int> Second, IReadOnlyList<int> Users, SeriesColumns All, IReadOnlyList<EndpointSeriesRecord> Endpoints)
{
    /// <summary>How many seconds one value stands for: 1, more in a run of over an hour. Counts are those of all these seconds.</summary>
    public int SecondsPerPoint { get; init; } = 1;
}

namespace PerfGate.Gate.Records;

/// <summary>The run second by second, as columns of equal length. Percentiles are null in a second without requests.</summary>
/// <param name="Second">Whole seconds since load began.</param>
/// <param name="Users">Users running.</param>
/// <param name="All">All endpoints together.</param>
/// <param name="Endpoints">Each endpoint on its own.</param>
public sealed record SeriesRecord(
    IReadOnlyList<int> Second, IReadOnlyList<int> Users, SeriesColumns All, IReadOnlyList<EndpointSeriesRecord> Endpoints);

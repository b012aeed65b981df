namespace PerfGate.Load.Results;

/// <summary>One second of load; in runs longer than an hour several, see <see cref="Seconds"/>.</summary>
/// <param name="Second">Whole seconds since load began, at the entry's start.</param>
/// <param name="Users">Users running at its end.</param>
/// <param name="All">All endpoints together.</param>
/// <param name="Endpoints">Each endpoint that had a request complete in this second.</param>
public sealed record SecondResult(int Second, int Users, SecondStatistics All, IReadOnlyList<SecondEndpointResult> Endpoints)
{
    /// <summary>
    /// How many seconds the entry covers, the same in the whole series: 1 up to an hour of load, more beyond, so that a series
    /// has some 3,600 entries at most. A rate is the requests divided by this.
    /// </summary>
    public int Seconds { get; init; } = 1;
}

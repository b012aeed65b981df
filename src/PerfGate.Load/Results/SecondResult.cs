namespace PerfGate.Load.Results;

/// <summary>One second of load.</summary>
/// <param name="Second">Whole seconds since load began.</param>
/// <param name="Users">Users running at its end.</param>
/// <param name="All">All endpoints together.</param>
/// <param name="Endpoints">Each endpoint that had a request complete in this second.</param>
public sealed record SecondResult(int Second, int Users, SecondStatistics All, IReadOnlyList<SecondEndpointResult> Endpoints);

namespace PerfGate.Load.Http;

/// <summary>Where one request goes.</summary>
/// <param name="Address">The absolute address.</param>
/// <param name="Endpoint">The endpoint's number in the run's statistics.</param>
internal readonly record struct Route(Uri Address, int Endpoint);

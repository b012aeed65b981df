using PerfGate.Load.Transports;

namespace PerfGate.Load.Http;

/// <summary>Where one request goes.</summary>
/// <param name="Target">The method and the absolute address.</param>
/// <param name="Endpoint">The endpoint's number in the run's statistics.</param>
internal readonly record struct Route(RequestTarget Target, int Endpoint);

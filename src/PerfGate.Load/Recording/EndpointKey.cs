namespace PerfGate.Load.Recording;

/// <summary>What requests are grouped by.</summary>
internal readonly record struct EndpointKey(string Method, string Name);

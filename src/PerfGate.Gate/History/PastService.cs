namespace PerfGate.Gate.History;

/// <summary>What one service of a stored run used, as <see cref="Records.ResourceRecord"/> names it.</summary>
internal sealed record PastService(string Service, double? CpuMicrosPerRequest);

namespace PerfGate.Gate.Records;

/// <summary>What one service used while load ran. What could not be read is null, never zero.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="CpuSeconds">CPU time used during the measured stages.</param>
/// <param name="CpuMicrosPerRequest">That time over the measured requests of the whole system.</param>
/// <param name="PeakMemoryBytes">Largest memory seen.</param>
/// <param name="Second">Seconds since load began at which samples were taken.</param>
/// <param name="CpuShare">CPU time per wall time between samples, in processors (1 is one processor busy).</param>
/// <param name="MemoryBytes">Memory at each sample.</param>
public sealed record ResourceRecord(
    string Service,
    double? CpuSeconds,
    double? CpuMicrosPerRequest,
    long? PeakMemoryBytes,
    IReadOnlyList<double> Second,
    IReadOnlyList<double?> CpuShare,
    IReadOnlyList<long?> MemoryBytes);

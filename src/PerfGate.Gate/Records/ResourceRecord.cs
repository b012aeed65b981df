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
    IReadOnlyList<long?> MemoryBytes)
{
    /// <summary>Whether it is a store of the system, such as a database or a cache, and not one of its own services.</summary>
    public bool IsStore { get; init; }

    /// <summary>Processors that it may use; null when it has no limit of its own.</summary>
    public double? CpuLimit { get; init; }

    /// <summary>Memory that it may use; null when it has no limit of its own.</summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>Time in which its CPU limit held its threads up during the measured stages, all threads together.</summary>
    public double? ThrottledSeconds { get; init; }

    /// <summary>How often it was started again while load ran.</summary>
    public long? Restarts { get; init; }

    /// <summary>Processes of it that were killed at its memory limit while load ran.</summary>
    public long? OomKills { get; init; }

    /// <summary>What else was read of it, such as the connections of a database.</summary>
    public IReadOnlyList<MetricRecord> Metrics { get; init; } = [];

    /// <summary>
    /// The statements that took a store longest during the measured stages, the longest total first; null when it does not
    /// count them.
    /// </summary>
    public IReadOnlyList<StatementRecord>? Statements { get; init; }

    /// <summary>How its tables were read during the measured stages, the most rows scanned first; null when it does not tell.</summary>
    public IReadOnlyList<TableRecord>? Tables { get; init; }

    /// <summary>What a reader of the numbers should know, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The same without what was read second by second.</summary>
    public ResourceRecord WithoutSeries() => this with
    {
        Second = [],
        CpuShare = [],
        MemoryBytes = [],
        Metrics = [.. Metrics.Select(metric => metric with { Values = [] })],
    };
}

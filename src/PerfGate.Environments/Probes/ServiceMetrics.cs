namespace PerfGate.Environments.Probes;

/// <summary>The metrics that every kind of service may have, whatever runs in it.</summary>
public static class ServiceMetrics
{
    const string Processors = "CPU";

    /// <summary>CPU time since it started, user and system, all its processes; per second it is processors busy.</summary>
    public static ProbeMetric Cpu { get; } = new(Processors, "CPU", MetricUnit.Seconds, MetricKind.Rate);

    /// <summary>Processors that it may use.</summary>
    public static ProbeMetric CpuLimit { get; } = new(Processors, "limit", MetricUnit.Seconds, MetricKind.Limit);

    /// <summary>Memory in use, without what the kernel can take back at once.</summary>
    public static ProbeMetric Memory { get; } = new("Memory", "memory", MetricUnit.Bytes, MetricKind.Gauge);

    /// <summary>Memory that it may use before it is killed.</summary>
    public static ProbeMetric MemoryLimit { get; } = new("Memory", "limit", MetricUnit.Bytes, MetricKind.Limit);

    /// <summary>Time in which its threads wanted to run and its CPU limit did not let them, all threads together.</summary>
    public static ProbeMetric ThrottledTime { get; } = new("Throttled time", "throttled", MetricUnit.Seconds, MetricKind.Rate);

    /// <summary>Scheduling periods in which its CPU limit held it up.</summary>
    public static ProbeMetric ThrottledPeriods { get; } = new("Periods throttled", "throttled", MetricUnit.Count, MetricKind.Share);

    /// <summary>Scheduling periods in which it did not.</summary>
    public static ProbeMetric FreePeriods { get; } = new("Periods throttled", "free", MetricUnit.Count, MetricKind.Rest);

    /// <summary>How often it was started again.</summary>
    public static ProbeMetric Restarts { get; } = new("Restarts", "restarts", MetricUnit.Count, MetricKind.Event);

    /// <summary>Processes of it that the kernel killed because it was at its memory limit.</summary>
    public static ProbeMetric OomKills { get; } = new("OOM kills", "OOM kills", MetricUnit.Count, MetricKind.Event);
}

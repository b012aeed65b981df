namespace PerfGate.Environments.Probes;

/// <summary>What a metric counts.</summary>
public enum MetricUnit
{
    /// <summary>Things.</summary>
    Count,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Bytes.</summary>
    Bytes,
}

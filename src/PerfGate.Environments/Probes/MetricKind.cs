namespace PerfGate.Environments.Probes;

/// <summary>How the numbers of a metric become a line over time, and what they come to in the end.</summary>
public enum MetricKind
{
    /// <summary>Rises and falls. The line is what was read; the figure is the largest.</summary>
    Gauge,

    /// <summary>Only grows. The line is the increase per second; the figure is the increase.</summary>
    Rate,

    /// <summary>
    /// Only grows, and is a part of itself and the <see cref="Rest"/> that follows it, as hits are of hits and misses. Line
    /// and figure are that part, 0 to 1; unknown while neither grew.
    /// </summary>
    Share,

    /// <summary>The other part of the <see cref="Share"/> before it; no line of its own.</summary>
    Rest,

    /// <summary>Only grows, and hardly ever. The line is the increase since the reading before; the figure is how many.</summary>
    Event,

    /// <summary>What the gauges and rates of its chart cannot exceed; no line of its own. Unknown where there is no limit.</summary>
    Limit,
}

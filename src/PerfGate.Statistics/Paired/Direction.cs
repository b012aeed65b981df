namespace PerfGate.Statistics.Paired;

/// <summary>Which way a metric moved. Of a metric where more is better, such as a throughput, give the sides swapped.</summary>
public enum Direction
{
    /// <summary>The candidate takes more.</summary>
    Slower,

    /// <summary>The candidate takes less.</summary>
    Faster,
}

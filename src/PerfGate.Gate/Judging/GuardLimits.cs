namespace PerfGate.Gate.Judging;

/// <summary>From where on a measurement says more about the load generator than about the system.</summary>
public sealed record GuardLimits
{
    /// <summary>The usual limits.</summary>
    public static GuardLimits Default { get; } = new();

    /// <summary>The largest share of all processors' time that the generator may use, 0 to 1.</summary>
    public double GeneratorCpuShare { get; init; } = 0.9;

    /// <summary>The largest 99th percentile of (started minus due) that is let pass.</summary>
    public TimeSpan ScheduleLagP99 { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The largest share of arrivals without an idle user that is let pass, 0 to 1: nobody knows what they would have seen.</summary>
    public double Dropped { get; init; } = 0.01;
}

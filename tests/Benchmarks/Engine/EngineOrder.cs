using PerfGate.Load;

namespace Benchmarks.Engine;

/// <summary>What the child process that runs our engine is to do; it travels as JSON in its only argument.</summary>
internal sealed record EngineOrder
{
    public required Uri Target { get; init; }

    public TransportKind Transport { get; init; } = TransportKind.Lean;

    /// <summary>Users of the closed model; in the open one, the most requests in flight.</summary>
    public required int Users { get; init; }

    /// <summary>Arrivals a second; null: the closed model.</summary>
    public double? Rate { get; init; }

    /// <summary>A run of its own before the one that is measured; 0 for none. It compiles the code.</summary>
    public double WarmUpSeconds { get; init; }

    /// <summary>Users come one after the other within this time, in the run that is measured.</summary>
    public double RampSeconds { get; init; }

    public required double Seconds { get; init; }

    /// <summary>The shortest and the longest wait between two tasks; both 0: none.</summary>
    public double PaceFromSeconds { get; init; }

    public double PaceToSeconds { get; init; }

    /// <summary>Whether to find out, with a short run after the one that is measured, what each request allocates.</summary>
    public bool CountsAllocation { get; init; }

    /// <summary>Whether to count, with a full collection near the end, what is alive.</summary>
    public bool CountsLiveBytes { get; init; }
}

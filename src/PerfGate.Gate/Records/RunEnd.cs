namespace PerfGate.Gate.Records;

/// <summary>Why load ended, as run records spell it.</summary>
public static class RunEnd
{
    /// <summary>The profile ran to its end.</summary>
    public const string Completed = "completed";

    /// <summary>Somebody stopped it.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>A service ended by itself while it should have run.</summary>
    public const string SystemDied = "system-died";

    /// <summary>A stop condition was met: an error rate, or a stage that missed a critical target.</summary>
    public const string Stopped = "stopped";

    internal static readonly IReadOnlyList<string> All = [Completed, Cancelled, SystemDied, Stopped];
}

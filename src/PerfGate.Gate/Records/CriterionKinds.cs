namespace PerfGate.Gate.Records;

/// <summary>The kinds of success criteria, as files spell them.</summary>
public static class CriterionKinds
{
    /// <summary>Fewer requests fail than a share.</summary>
    public const string ErrorRate = "error-rate";

    /// <summary>The 95th percentile of critical endpoints stays below a time.</summary>
    public const string P95 = "p95";

    /// <summary>The system holds a number of users within its critical limits.</summary>
    public const string ConcurrentUsers = "concurrent-users";

    /// <summary>The memory of no service climbs steadily.</summary>
    public const string NoMemoryLeak = "no-memory-leak";

    /// <summary>Database connections stay below their limit and do not climb.</summary>
    public const string StableConnections = "stable-connections";

    /// <summary>No service ends, starts again, is killed for memory, or panics in its log.</summary>
    public const string NoCrashes = "no-crashes";
}

namespace PerfGate.Gate.Findings;

/// <summary>The kinds of <see cref="Records.LogMatchRecord"/>, as files spell them.</summary>
internal static class LogKinds
{
    public const string Panic = "panic";
    public const string OutOfMemory = "out-of-memory";
    public const string PoolExhausted = "pool-exhausted";
    public const string TooManyConnections = "too-many-connections";
    public const string Deadlock = "deadlock";
    public const string Timeout = "timeout";
    public const string Error = "error";
}

namespace PerfGate.Gate.Records;

/// <summary>The requests of a run that took longer than a limit, warm-up included.</summary>
/// <param name="LimitMicros">The limit, microseconds.</param>
/// <param name="Total">How many there were.</param>
/// <param name="Sample">Some of them in the order of time, each as likely to be here as any other; all of them when they are few.</param>
public sealed record SlowRequestsRecord(long LimitMicros, long Total, IReadOnlyList<SlowRequestRecord> Sample);

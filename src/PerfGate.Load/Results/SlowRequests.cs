namespace PerfGate.Load.Results;

/// <summary>The requests that took longer than a limit, warm-up included.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Total">How many there were.</param>
/// <param name="Sample">
/// At most 200 of them in the order of time, each as likely to be here as any other (reservoir sampling, Vitter 1985, algorithm R).
/// </param>
public sealed record SlowRequests(TimeSpan Limit, long Total, IReadOnlyList<SlowRequest> Sample);

namespace PerfGate.Statistics;

/// <summary>One bucket of an <see cref="HdrHistogram"/>.</summary>
/// <param name="FromMicros">The smallest value that falls into it, in microseconds.</param>
/// <param name="ToMicros">The largest value that falls into it, in microseconds.</param>
/// <param name="Count">How many recorded values did.</param>
public readonly record struct HdrBucket(long FromMicros, long ToMicros, long Count);

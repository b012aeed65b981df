namespace PerfGate.Environments.Logs;

/// <summary>Something that happened some times in a span of time.</summary>
/// <param name="First">When first.</param>
/// <param name="Last">When last.</param>
/// <param name="Count">How often.</param>
/// <param name="Example">The first of them.</param>
internal readonly record struct LogSpan(DateTimeOffset First, DateTimeOffset Last, long Count, string Example)
{
    /// <summary>Both together.</summary>
    public LogSpan With(LogSpan other) => new(
        First <= other.First ? First : other.First,
        Last >= other.Last ? Last : other.Last,
        Count + other.Count,
        First <= other.First ? Example : other.Example);
}

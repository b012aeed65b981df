namespace PerfGate.Gate.Records;

/// <summary>Lines of a log that tell of the same trouble.</summary>
/// <param name="Kind">What it is: panic, out-of-memory, pool-exhausted, too-many-connections, timeout, deadlock or error.</param>
/// <param name="Count">How many lines.</param>
/// <param name="FirstSeconds">The first one, seconds after the start of load; null when its time is not known.</param>
/// <param name="LastSeconds">The last one; null when its time is not known.</param>
/// <param name="Example">The first one, secrets masked, shortened.</param>
public sealed record LogMatchRecord(string Kind, long Count, double? FirstSeconds, double? LastSeconds, string Example);

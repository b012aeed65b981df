namespace PerfGate.Environments.Logs;

/// <summary>Lines of a log that tell of the same trouble.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Count">How many lines.</param>
/// <param name="First">When the first one was written; null when that is not known.</param>
/// <param name="Last">When the last one was written; null when that is not known.</param>
/// <param name="Example">The first one, secrets masked, shortened to 300 characters.</param>
public sealed record LogMatch(LogKind Kind, long Count, DateTimeOffset? First, DateTimeOffset? Last, string Example);

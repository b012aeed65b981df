namespace PerfGate.Environments.Logs;

/// <summary>Something that a log told, on one line or several, and that is trouble.</summary>
/// <param name="Kind">The gravest that any of its lines tells of.</param>
/// <param name="At">When its first line was written.</param>
/// <param name="Text">The line that tells.</param>
internal sealed record LogEntry(LogKind Kind, DateTimeOffset At, string Text);

using PerfGate.Environments.Logs;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Recording;

/// <summary>Turns what logs said into records that tell times from the start of load.</summary>
internal static class LogRecorder
{
    public static IReadOnlyList<LogRecord> Record(IReadOnlyList<ServiceLog> logs, DateTimeOffset loadStarted) =>
        [.. logs.Select(log => new LogRecord(log.Service, log.Lines, [.. log.Matches.Select(match => Record(match, loadStarted))]))];

    static LogMatchRecord Record(LogMatch match, DateTimeOffset loadStarted) => new(
        Name(match.Kind), match.Count, Seconds(match.First, loadStarted), Seconds(match.Last, loadStarted), match.Example);

    static double? Seconds(DateTimeOffset? at, DateTimeOffset loadStarted) =>
        at is { } known ? Math.Round(Math.Max(0, (known - loadStarted).TotalSeconds), 3) : null;

    static string Name(LogKind kind) => kind switch
    {
        LogKind.Panic => "panic",
        LogKind.OutOfMemory => "out-of-memory",
        LogKind.PoolExhausted => "pool-exhausted",
        LogKind.TooManyConnections => "too-many-connections",
        LogKind.Deadlock => "deadlock",
        LogKind.Timeout => "timeout",
        LogKind.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of line."),
    };
}

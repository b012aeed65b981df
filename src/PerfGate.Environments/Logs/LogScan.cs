namespace PerfGate.Environments.Logs;

/// <summary>
/// Reads the log of one service as it is written, and keeps what it tells of trouble, not the lines. Safe to use from several
/// threads.
/// </summary>
/// <param name="mask">Masks secrets.</param>
internal sealed class LogScan(Func<string, string> mask)
{
    const int LongestExample = 300;

    readonly Lock gate = new();
    readonly List<LogEntries> streams = [];
    readonly LogTally lines = new();
    readonly SortedDictionary<LogKind, LogTally> found = [];

    /// <summary>Where the lines of one more stream of the service are put: their order is that stream's own.</summary>
    public Action<string, DateTimeOffset> Open()
    {
        var stream = new LogEntries();
        lock (gate)
        {
            streams.Add(stream);
        }

        return (line, at) => Add(stream, line, at);
    }

    /// <summary>What it said from then on. What it is in the middle of saying counts as said.</summary>
    public ServiceLog Since(string service, DateTimeOffset since)
    {
        lock (gate)
        {
            foreach (var entry in streams.Select(stream => stream.Close()).OfType<LogEntry>())
            {
                Keep(entry);
            }

            return new ServiceLog(service, lines.Since(since)?.Count ?? 0, [.. Matches(since)]);
        }
    }

    IEnumerable<LogMatch> Matches(DateTimeOffset since)
    {
        foreach (var (kind, tally) in found)
        {
            if (tally.Since(since) is { } span)
            {
                yield return new LogMatch(kind, span.Count, span.First, span.Last, span.Example);
            }
        }
    }

    void Add(LogEntries stream, string line, DateTimeOffset at)
    {
        lock (gate)
        {
            lines.Add(at);
            if (stream.Add(line, at) is { } entry)
            {
                Keep(entry);
            }
        }
    }

    void Keep(LogEntry entry)
    {
        if (!found.TryGetValue(entry.Kind, out var tally))
        {
            found[entry.Kind] = tally = new LogTally();
        }

        tally.Add(entry.At, Shortened(mask(entry.Text)));
    }

    // Masked first: half a secret would not be known for one.
    static string Shortened(string text) => text.Length <= LongestExample ? text : $"{text[..(LongestExample - 1)]}…";
}

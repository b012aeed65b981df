using System.Globalization;

namespace PerfGate.Environments.Processes;

/// <summary>One process as /proc/[pid]/stat tells it (proc(5)).</summary>
/// <param name="Pid">Its id.</param>
/// <param name="Name">The first 15 characters of its program's name.</param>
/// <param name="State">R, S, D, Z, …</param>
/// <param name="Parent">Its parent's id.</param>
/// <param name="Session">Its session: the id of the process that opened it.</param>
/// <param name="OwnTicks">CPU time of it and its threads, in ticks of 10 ms.</param>
/// <param name="ReapedTicks">CPU time of its children that have ended and were waited for, and of theirs.</param>
/// <param name="StartTicks">When it started, in ticks since boot: with the pid, an identity that is never reused.</param>
/// <param name="ResidentPages">Pages in memory.</param>
internal readonly record struct ProcessStat(
    int Pid,
    string Name,
    char State,
    int Parent,
    int Session,
    long OwnTicks,
    long ReapedTicks,
    long StartTicks,
    long ResidentPages)
{
    public bool IsGone => State is 'Z' or 'X';

    /// <summary>The process with that id; null when there is none, or no /proc.</summary>
    public static ProcessStat? Read(int pid)
    {
        try
        {
            return Parse(File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat")));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>All processes that can be seen.</summary>
    public static IEnumerable<ProcessStat> All() => Directory
        .EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var pid) ? Read(pid) : null)
        .OfType<ProcessStat>();

    internal static ProcessStat? Parse(string text)
    {
        // The name is in brackets and may itself hold brackets and blanks: the last bracket closes it.
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = text.LastIndexOf(')');
        if (open < 0 || close < open)
        {
            return null;
        }

        var fields = text[(close + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length < 22
            ? null
            : new ProcessStat(
                int.Parse(text[..open], CultureInfo.InvariantCulture),
                text[(open + 1)..close],
                fields[0][0],
                (int)Field(1),
                (int)Field(3),
                Field(11) + Field(12),
                Field(13) + Field(14),
                Field(19),
                Field(21));

        long Field(int index) => long.Parse(fields[index], CultureInfo.InvariantCulture);
    }
}

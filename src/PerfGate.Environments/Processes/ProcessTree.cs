using System.Globalization;
using System.Text;

namespace PerfGate.Environments.Processes;

/// <summary>
/// A process and all that came from it, found again at any time (Linux): by parent; by session, because every child is
/// started in one of its own; and, where thoroughness matters more than speed, by a mark in the environment, which a
/// daemon that left parent and session still carries.
/// </summary>
internal sealed class ProcessTree(int root, long? rootStart, string? mark)
{
    /// <summary>Those alive, youngest first: children before their parents.</summary>
    public IReadOnlyList<ProcessStat> Members(bool thorough)
    {
        var all = ProcessStat.All().ToList();
        var members = new Dictionary<int, ProcessStat>();

        // A pid that now belongs to somebody else says nothing about our session either.
        var reused = all.Exists(stat => stat.Pid == root && stat.StartTicks != rootStart);
        if (!reused)
        {
            Add(stat => stat.Pid == root || stat.Session == root);
        }

        if (thorough)
        {
            Add(stat => IsMarked(stat.Pid));
        }

        while (Add(stat => members.ContainsKey(stat.Parent)))
        {
        }

        return
        [
            .. members.Values
                .Where(stat => !stat.IsGone)
                .OrderByDescending(stat => stat.StartTicks)
                .ThenByDescending(stat => stat.Pid),
        ];

        bool Add(Func<ProcessStat, bool> belongs)
        {
            var before = members.Count;
            foreach (var stat in all.Where(belongs))
            {
                members.TryAdd(stat.Pid, stat);
            }

            return members.Count > before;
        }
    }

    /// <summary>Kills all of it, again and again until nothing is left or the time is up. Says whether nothing is left.</summary>
    public async Task<bool> KillAsync(TimeSpan within, TimeProvider time)
    {
        var started = time.GetTimestamp();
        while (KillOnce() > 0)
        {
            if (time.GetElapsedTime(started) > within)
            {
                return false;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), time, CancellationToken.None);
        }

        return true;
    }

    /// <summary>Kills what is there now; how many that were.</summary>
    public int KillOnce()
    {
        var members = Members(thorough: true);

        // All are stopped before the first is killed: no parent gets to react to the death of its child, by a restart, say.
        foreach (var member in members.Reverse())
        {
            Native.Signal(member.Pid, Native.SigStop);
        }

        foreach (var member in members)
        {
            Native.Signal(member.Pid, Native.SigKill);
        }

        return members.Count;
    }

    bool IsMarked(int pid)
    {
        if (mark is null)
        {
            return false;
        }

        try
        {
            var environment = File.ReadAllBytes(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/environ"));
            return environment.AsSpan().IndexOf(Encoding.ASCII.GetBytes(mark)) >= 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

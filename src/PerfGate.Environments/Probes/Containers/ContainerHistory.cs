namespace PerfGate.Environments.Probes.Containers;

/// <summary>
/// Counts a container's restarts and OOM kills over all the lives that it had while it was watched. The kernel counts kills of
/// one life; how a life ended only the engine tells, and it tells only of the latest.
/// </summary>
internal sealed class ContainerHistory
{
    ContainerFacts? latest;
    double killsBefore;
    double killsNow;

    public double Restarts { get; private set; }

    public double OomKills => killsBefore + killsNow;

    /// <summary>Takes note of what the engine says now.</summary>
    public void Saw(ContainerFacts facts)
    {
        if (latest is not null && facts.StartedAt != latest.StartedAt)
        {
            Restarts += Math.Max(1, facts.RestartCount - latest.RestartCount);
            killsBefore += Math.Max(killsNow, facts.OomKilled ? 1 : 0);
            killsNow = 0;
        }

        if (!facts.IsRunning && facts.OomKilled)
        {
            killsNow = Math.Max(killsNow, 1);
        }

        latest = facts;
    }

    /// <summary>Takes note of what the kernel counts in this life; null when it cannot be asked.</summary>
    public void Counted(double? kills) => killsNow = Math.Max(killsNow, kills ?? 0);
}

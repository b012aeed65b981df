namespace PerfGate.Gate.Baselines;

/// <summary>
/// Which runs a history that has grown too long lets go of. The newest stay, all of them; of those before, the oldest stays and then
/// every second one. So a history keeps its whole span, the denser the nearer to today, and a change of long ago stays visible.
/// </summary>
internal static class HistoryThinning
{
    /// <summary>The most runs of one fingerprint.</summary>
    public const int MostRuns = 60;

    /// <summary>The newest, which are never thinned.</summary>
    public const int NewestRuns = 20;

    /// <summary>What is to go; nothing while the history is not over its bound.</summary>
    /// <param name="runs">The oldest first.</param>
    public static IEnumerable<T> Superfluous<T>(IReadOnlyList<T> runs) =>
        runs.Count <= MostRuns ? [] : runs.Take(runs.Count - NewestRuns).Where((_, place) => place % 2 == 1);
}

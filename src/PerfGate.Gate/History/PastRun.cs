namespace PerfGate.Gate.History;

/// <summary>
/// What a history reads of a stored run record: the numbers, and not the distributions, which are nearly all of the file and of the
/// time it takes to read. The names are those of <see cref="Records.RunRecord"/>.
/// </summary>
internal sealed record PastRun
{
    public required string RunId { get; init; }

    public required string Fingerprint { get; init; }

    public string? Commit { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public PastEndpoint? Overall { get; init; }

    public required IReadOnlyList<PastEndpoint> Endpoints { get; init; }

    public IReadOnlyList<PastService> Resources { get; init; } = [];

    /// <summary>What is wrong with it, in sentences.</summary>
    public static IEnumerable<string> Problems(PastRun run)
    {
        if (run.Endpoints.Contains(null) || run.Resources.Contains(null))
        {
            yield return "One of its lists holds an empty entry.";
            yield break;
        }

        foreach (var twice in run.Endpoints.GroupBy(e => (e.Name, e.Method)).Where(same => same.Skip(1).Any()))
            yield return $"{twice.Key.Method} {twice.Key.Name} is in it {twice.Count()} times.";
    }
}

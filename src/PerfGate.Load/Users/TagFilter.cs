namespace PerfGate.Load;

/// <summary>Which tasks take part in a run, by their tags. Tags are compared without regard to case.</summary>
/// <param name="Include">When not empty, only tasks with at least one of these take part.</param>
/// <param name="Exclude">Tasks with any of these do not take part, included or not.</param>
public sealed record TagFilter(IReadOnlyList<string> Include, IReadOnlyList<string> Exclude)
{
    /// <summary>Every task takes part.</summary>
    public static TagFilter None { get; } = new([], []);

    /// <summary>Whether a task with these tags takes part.</summary>
    public bool Accepts(IReadOnlyList<string> tags) =>
        (Include.Count == 0 || Include.Any(t => Has(tags, t))) && !Exclude.Any(t => Has(tags, t));

    internal IEnumerable<string> Problems(IReadOnlyList<UserClass> users)
    {
        var tags = users.SelectMany(u => u.Tasks).SelectMany(t => t.Tags);
        var known = tags.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        var list = known.Count == 0 ? "no task has a tag" : $"the tags are: {string.Join(", ", known)}";
        foreach (var tag in Include.Concat(Exclude).Where(t => !Has(known, t)))
            yield return $"No task has the tag '{tag}'; {list}. Tags are set by [UserTask(Tags = [...])].";
        if (users.Any(u => u.Tasks.Count > 0) && !users.Any(u => u.Tasks.Any(t => Accepts(t.Tags))))
            yield return $"The tags leave no task to run (include: {Words(Include)}; exclude: {Words(Exclude)}; {list}).";
    }

    static bool Has(IEnumerable<string> tags, string tag) => tags.Contains(tag, StringComparer.OrdinalIgnoreCase);

    static string Words(IReadOnlyList<string> tags) => tags.Count == 0 ? "none" : string.Join(", ", tags);
}

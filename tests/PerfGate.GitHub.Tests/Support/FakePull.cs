namespace PerfGate.GitHub.Tests.Support;

/// <summary>A pull request that the fake GitHub keeps.</summary>
internal sealed record FakePull(string Head, string Owner = "octo", string Branch = "feature", string State = "open")
{
    public string Label => $"{Owner}:{Branch}";

    /// <summary>All commits on it.</summary>
    public IReadOnlyList<string> Commits { get; init; } = [Head];

    public object Json(int number) => new { number, state = State, head = new { sha = Head, @ref = Branch, label = Label } };
}

namespace PerfGate.GitHub.PullRequests;

/// <summary>A pull request as it stands now.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Head">The commit at its head.</param>
/// <param name="Open">Whether it is neither closed nor merged.</param>
internal sealed record FoundPullRequest(int Number, string Head, bool Open);

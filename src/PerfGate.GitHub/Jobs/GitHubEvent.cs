namespace PerfGate.GitHub.Jobs;

/// <summary>What the event that started the job says, as far as it matters here.</summary>
internal sealed record GitHubEvent
{
    public static GitHubEvent None { get; } = new();

    /// <summary>The pull request that the event is about.</summary>
    public int? PullRequest { get; init; }

    /// <summary>The head of that pull request when the event happened.</summary>
    public string? PullRequestHead { get; init; }

    /// <summary>The run whose end was the event.</summary>
    public WorkflowRunEvent? WorkflowRun { get; init; }
}

namespace PerfGate.GitHub;

/// <summary>How long publishing waits for GitHub before it gives up. Giving up is a warning, never a verdict.</summary>
public sealed record Patience
{
    /// <summary>Sends one request at most so often, the first time included.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>All that one publication may wait between its requests, taken together.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one request may go without an answer.</summary>
    public TimeSpan Request { get; init; } = TimeSpan.FromSeconds(30);
}

namespace PerfGate.GitHub;

/// <summary>What came of publishing. Nothing in it contains the token, and every text is one line.</summary>
public sealed record PublishReport
{
    /// <summary>What was done, and what was left undone on purpose, one sentence each.</summary>
    public required IReadOnlyList<string> Done { get; init; }

    /// <summary>What went wrong, each with what to do about it. None of it changes a verdict.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>
    /// Lines to print in a GitHub job for the annotations that could not be attached to a check; each is a finished and escaped
    /// workflow command.
    /// </summary>
    public required IReadOnlyList<string> Commands { get; init; }

    /// <summary>The comment's address; null when none was written.</summary>
    public Uri? Comment { get; init; }
}

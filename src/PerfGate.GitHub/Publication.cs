namespace PerfGate.GitHub;

/// <summary>What there is to say about one run of one suite. Everything is given: nothing is judged or rendered here.</summary>
public sealed record Publication
{
    /// <summary>The suite's name; with workflow and job it decides which comment and check are meant.</summary>
    public required string Suite { get; init; }

    /// <summary>The verdict in a line of plain text: the title of the check.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// The summary as finished markdown, already escaped. A first line that is a perfgate marker is replaced with ours.
    /// </summary>
    public required string Summary { get; init; }

    /// <summary>How the check ends.</summary>
    public required Conclusion Conclusion { get; init; }

    /// <summary>The verdict in at most 140 characters of plain text, for a commit status; what is longer is cut.</summary>
    public required string Description { get; init; }

    /// <summary>Remarks beside lines of code; any number.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    /// <summary>When the pull request gets a comment.</summary>
    public CommentMode Mode { get; init; }

    /// <summary>Whether anything got slower or faster, for <see cref="CommentMode.OnChange"/>.</summary>
    public bool Changed { get; init; }

    /// <summary>Whether the gate is red, for <see cref="CommentMode.OnChange"/> and <see cref="CommentMode.OnFailure"/>.</summary>
    public bool Failed { get; init; }

    internal bool DeservesComment => Mode switch
    {
        CommentMode.Always => true,
        CommentMode.OnChange => Changed || Failed,
        CommentMode.OnFailure => Failed,
        _ => false,
    };
}

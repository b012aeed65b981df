namespace PerfGate.GitHub.Comments;

/// <summary>What became of the comment, and where it is.</summary>
/// <param name="State">What became of it.</param>
/// <param name="Url">Its address; null when nothing was written.</param>
internal sealed record CommentOutcome(CommentState State, string? Url = null)
{
    public static CommentOutcome Newer { get; } = new(CommentState.Newer);

    public static CommentOutcome NotWanted { get; } = new(CommentState.NotWanted);
}

namespace PerfGate.GitHub.Comments;

/// <summary>What became of the comment.</summary>
internal enum CommentState
{
    /// <summary>There was none before.</summary>
    Created,

    /// <summary>The one that was there has a new text.</summary>
    Updated,

    /// <summary>A newer run has written it already.</summary>
    Newer,

    /// <summary>There is none, and none was asked for.</summary>
    NotWanted,
}

namespace PerfGate.GitHub;

/// <summary>
/// When a pull request gets a comment. One that is there already is kept up to date in every mode but <see cref="Never"/>.
/// </summary>
public enum CommentMode
{
    /// <summary>With every run.</summary>
    Always,

    /// <summary>When something changed or failed.</summary>
    OnChange,

    /// <summary>When the gate is red.</summary>
    OnFailure,

    /// <summary>Never; a comment that is there already is left as it is.</summary>
    Never,
}

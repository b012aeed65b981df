namespace Octokit;

/// <summary>A pull request, as the list of those of a commit shows it.</summary>
public class CommitPullRequest
{
    /// <summary>Identity over all of GitHub.</summary>
    public long Id { get; protected set; }

    /// <summary>Its address in the API.</summary>
    public string Url { get; protected set; }

    /// <summary>Its page.</summary>
    public string HtmlUrl { get; protected set; }

    /// <summary>Number in the repository.</summary>
    public int Number { get; protected set; }

    /// <summary>Open or closed.</summary>
    public StringEnum<ItemState> State { get; protected set; }

    /// <summary>Title.</summary>
    public string Title { get; protected set; }

    /// <summary>Whether it is a draft.</summary>
    public bool Draft { get; protected set; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset CreatedAt { get; protected set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; protected set; }

    /// <summary>When it was closed; <c>null</c> if open.</summary>
    public DateTimeOffset? ClosedAt { get; protected set; }

    /// <summary>When it was merged; <c>null</c> if it was not.</summary>
    public DateTimeOffset? MergedAt { get; protected set; }

    /// <summary>Whether it was merged.</summary>
    public bool Merged => MergedAt.HasValue;

    /// <summary>Once merged the commit that it became; before, GitHub's trial of it.</summary>
    public string MergeCommitSha { get; protected set; }

    /// <summary>What is to be merged.</summary>
    public GitReference Head { get; protected set; }

    /// <summary>Into what.</summary>
    public GitReference Base { get; protected set; }

    /// <summary>Who opened it.</summary>
    public User User { get; protected set; }
}

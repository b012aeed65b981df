namespace Octokit;

/// <summary>A pull request.</summary>
public class PullRequest
{
    /// <summary>Identity over all of GitHub.</summary>
    public long Id { get; private set; }

    /// <summary>Its address in the API.</summary>
    public string Url { get; private set; }

    /// <summary>Its page.</summary>
    public string HtmlUrl { get; private set; }

    /// <summary>Number in the repository.</summary>
    public int Number { get; private set; }

    /// <summary>Open or closed.</summary>
    public StringEnum<ItemState> State { get; private set; }

    /// <summary>Title.</summary>
    public string Title { get; private set; }

    /// <summary>Whether it is a draft.</summary>
    public bool Draft { get; private set; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>When it was closed; <c>null</c> if open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When it was merged; <c>null</c> if it was not.</summary>
    public DateTimeOffset? MergedAt { get; private set; }

    /// <summary>Whether it was merged.</summary>
    public bool Merged => MergedAt.HasValue;

    /// <summary>Once merged the commit that it became; before, GitHub's trial of it.</summary>
    public string MergeCommitSha { get; private set; }

    /// <summary>What is to be merged.</summary>
    public GitReference Head { get; private set; }

    /// <summary>Into what.</summary>
    public GitReference Base { get; private set; }

    /// <summary>Who opened it.</summary>
    public User User { get; private set; }
}

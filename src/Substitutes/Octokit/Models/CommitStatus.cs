namespace Octokit;

/// <summary>A status of a commit.</summary>
public class CommitStatus
{
    /// <summary>Identity.</summary>
    public long Id { get; private set; }

    /// <summary>Its address in the API.</summary>
    public string Url { get; private set; }

    /// <summary>What it says of the commit.</summary>
    public StringEnum<CommitState> State { get; private set; }

    /// <summary>Where to read more.</summary>
    public string TargetUrl { get; private set; }

    /// <summary>In one line.</summary>
    public string Description { get; private set; }

    /// <summary>What it is about.</summary>
    public string Context { get; private set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Who wrote it.</summary>
    public User Creator { get; private set; }
}

namespace Octokit;

/// <summary>A status to be written.</summary>
public class NewCommitStatus
{
    /// <summary>What it says of the commit.</summary>
    public CommitState State { get; set; }

    /// <summary>Where to read more.</summary>
    public string TargetUrl { get; set; }

    /// <summary>In one line of at most 140 characters.</summary>
    public string Description { get; set; }

    /// <summary>What it is about; GitHub takes <c>default</c> if not said.</summary>
    public string Context { get; set; }
}

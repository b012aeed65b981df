namespace Octokit;

/// <summary>Statuses of commits: one line each, told apart by their context.</summary>
public interface ICommitStatusClient
{
    /// <summary>Adds a status; of those with one context the newest is shown.</summary>
    /// <param name="owner">Owner of the repository.</param>
    /// <param name="name">Name of the repository.</param>
    /// <param name="reference">The commit's SHA.</param>
    /// <param name="newCommitStatus">What to say.</param>
    Task<CommitStatus> Create(string owner, string name, string reference, NewCommitStatus newCommitStatus);
}

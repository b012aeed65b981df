namespace Octokit;

/// <summary>Commits of a repository.</summary>
public interface IRepositoryCommitsClient
{
    /// <summary>The pull requests that a commit belongs to, whatever their state.</summary>
    Task<IReadOnlyList<CommitPullRequest>> PullRequests(string owner, string name, string sha1);

    /// <summary>The pull requests that a commit belongs to, of the pages that <paramref name="options"/> ask for.</summary>
    Task<IReadOnlyList<CommitPullRequest>> PullRequests(string owner, string name, string sha1, ApiOptions options);
}

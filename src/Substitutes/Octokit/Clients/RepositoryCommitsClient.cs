using Octokit.Internal;

namespace Octokit;

internal sealed class RepositoryCommitsClient(Connection connection) : IRepositoryCommitsClient
{
    public Task<IReadOnlyList<CommitPullRequest>> PullRequests(string owner, string name, string sha1) =>
        PullRequests(owner, name, sha1, ApiOptions.None);

    public Task<IReadOnlyList<CommitPullRequest>> PullRequests(string owner, string name, string sha1, ApiOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sha1);
        return connection.GetAll<CommitPullRequest>(Paths.Of(owner, name, "commits", sha1, "pulls"), options);
    }
}

using Octokit.Internal;

namespace Octokit;

internal sealed class RepositoriesClient(Connection connection) : IRepositoriesClient
{
    public ICommitStatusClient Status { get; } = new CommitStatusClient(connection);

    public IRepositoryCommitsClient Commit { get; } = new RepositoryCommitsClient(connection);
}

using Octokit.Internal;

namespace Octokit;

internal sealed class CommitStatusClient(Connection connection) : ICommitStatusClient
{
    public Task<CommitStatus> Create(string owner, string name, string reference, NewCommitStatus newCommitStatus)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reference);
        ArgumentNullException.ThrowIfNull(newCommitStatus);
        return connection.Post<CommitStatus>(Paths.Of(owner, name, "statuses", reference), newCommitStatus);
    }
}

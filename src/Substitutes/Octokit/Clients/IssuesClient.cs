using Octokit.Internal;

namespace Octokit;

internal sealed class IssuesClient(Connection connection) : IIssuesClient
{
    public IIssueCommentsClient Comment { get; } = new IssueCommentsClient(connection);
}

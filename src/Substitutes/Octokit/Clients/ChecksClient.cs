using Octokit.Internal;

namespace Octokit;

internal sealed class ChecksClient(Connection connection) : IChecksClient
{
    public ICheckRunsClient Run { get; } = new CheckRunsClient(connection);
}

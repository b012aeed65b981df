using Octokit.Internal;

namespace Octokit;

internal sealed class PullRequestsClient(Connection connection) : IPullRequestsClient
{
    public Task<PullRequest> Get(string owner, string name, int pullRequestNumber) =>
        connection.Get<PullRequest>(Paths.Of(owner, name, "pulls", $"{pullRequestNumber}"));

    public Task<IReadOnlyList<PullRequest>> GetAllForRepository(string owner, string name, PullRequestRequest request) =>
        GetAllForRepository(owner, name, request, ApiOptions.None);

    public Task<IReadOnlyList<PullRequest>> GetAllForRepository(
        string owner, string name, PullRequestRequest request, ApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(request);
        return connection.GetAll<PullRequest>(Paths.Of(owner, name, "pulls"), options, request.Query());
    }
}

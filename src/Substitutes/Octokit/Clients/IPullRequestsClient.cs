namespace Octokit;

/// <summary>Pull requests.</summary>
public interface IPullRequestsClient
{
    /// <summary>One pull request.</summary>
    Task<PullRequest> Get(string owner, string name, int pullRequestNumber);

    /// <summary>Those that <paramref name="request"/> asks for, in pages of GitHub's choice.</summary>
    Task<IReadOnlyList<PullRequest>> GetAllForRepository(string owner, string name, PullRequestRequest request);

    /// <summary>Those that <paramref name="request"/> asks for, of the pages that <paramref name="options"/> ask for.</summary>
    Task<IReadOnlyList<PullRequest>> GetAllForRepository(
        string owner, string name, PullRequestRequest request, ApiOptions options);
}

namespace Octokit;

/// <summary>A client of GitHub's REST API.</summary>
public interface IGitHubClient : IApiInfoProvider
{
    /// <summary>Issues, and the conversation of pull requests.</summary>
    IIssuesClient Issue { get; }

    /// <summary>Checks on commits.</summary>
    IChecksClient Check { get; }

    /// <summary>Repositories: their commits and the statuses of these.</summary>
    IRepositoriesClient Repository { get; }

    /// <summary>Pull requests.</summary>
    IPullRequestsClient PullRequest { get; }

    /// <summary>
    /// How long a request may take, 100 s if not said; each page of a list is a request of its own.
    /// To be set before the first request.
    /// </summary>
    void SetRequestTimeout(TimeSpan timeout);
}

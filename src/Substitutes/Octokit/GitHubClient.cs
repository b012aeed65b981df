using Octokit.Internal;

namespace Octokit;

/// <summary>
/// A client of GitHub's REST API; safe to use from several threads at once. Every call throws <see cref="ApiException"/> or one
/// of its kinds for an answer that is an error, <see cref="HttpRequestException"/> when GitHub cannot be reached or breaks off,
/// <see cref="TaskCanceledException"/> after the limit of <see cref="SetRequestTimeout"/>, and
/// <see cref="System.Runtime.Serialization.SerializationException"/> for JSON that says something else than GitHub would.
/// </summary>
public class GitHubClient : IGitHubClient
{
    /// <summary>Where github.com has its API.</summary>
    public static readonly Uri GitHubApiUrl = new("https://api.github.com/");

    readonly Connection connection;

    /// <summary>A client of github.com.</summary>
    /// <param name="productInformation">Who calls; GitHub wants to know.</param>
    public GitHubClient(ProductHeaderValue productInformation)
        : this(productInformation, GitHubApiUrl)
    {
    }

    /// <summary>A client of github.com, or of a GitHub Enterprise server.</summary>
    /// <param name="productInformation">Who calls; GitHub wants to know.</param>
    /// <param name="baseAddress">
    /// An absolute address. Of github.com any will do; of every other host the path is taken to be <c>/api/v3/</c>.
    /// </param>
    public GitHubClient(ProductHeaderValue productInformation, Uri baseAddress)
    {
        connection = new Connection(productInformation, ApiOf(baseAddress));
        Issue = new IssuesClient(connection);
        Check = new ChecksClient(connection);
        Repository = new RepositoriesClient(connection);
        PullRequest = new PullRequestsClient(connection);
    }

    /// <summary>Where the API is.</summary>
    public Uri BaseAddress => connection.BaseAddress;

    /// <summary>As whom to call; <see cref="Credentials.Anonymous"/> if not said. Never <c>null</c>.</summary>
    public Credentials Credentials
    {
        get => connection.Credentials;
        set => connection.Credentials = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <inheritdoc/>
    public IIssuesClient Issue { get; }

    /// <inheritdoc/>
    public IChecksClient Check { get; }

    /// <inheritdoc/>
    public IRepositoriesClient Repository { get; }

    /// <inheritdoc/>
    public IPullRequestsClient PullRequest { get; }

    /// <inheritdoc/>
    public void SetRequestTimeout(TimeSpan timeout) => connection.SetTimeout(timeout);

    /// <inheritdoc/>
    public ApiInfo GetLastApiInfo() => connection.LastApiInfo;

    static Uri ApiOf(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri)
        {
            throw new ArgumentException($"The address of GitHub's API must be absolute, but is '{address}'.", nameof(address));
        }

        return address.Host is "github.com" or "api.github.com" ? GitHubApiUrl : new Uri(address, "/api/v3/");
    }
}

using Octokit;
using PerfGate.GitHub.PullRequests;
using PerfGate.GitHub.Requests;

namespace PerfGate.GitHub;

/// <summary>
/// Tells GitHub what came of a run: the comment on the pull request, and a check or status on its head. Posting never changes a
/// verdict: whatever goes wrong is a warning in the report.
/// </summary>
/// <param name="time">The clock that waiting goes by.</param>
/// <param name="patience">How long GitHub is waited for.</param>
public sealed class GitHubPublisher(TimeProvider time, Patience patience)
{
    /// <summary>Publishes; after a failure, calling it again finishes what is left.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled; nothing else is thrown.</exception>
    public async Task<PublishReport> PublishAsync(Publication publication, GitHubJob job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentNullException.ThrowIfNull(job);
        var notes = new Notes(job);
        if (Missing(job) is { } missing)
        {
            notes.Missing(missing);
            return notes.ToReport(publication.Annotations);
        }

        var client = new GitHubClient(new ProductHeaderValue("PerfGate"), job.ApiUrl) { Credentials = new Credentials(job.Token!.Value) };
        client.SetRequestTimeout(patience.Request);
        var attached = await new Posting(client, new Sender(time, patience), publication, job, notes).PostAsync(ct);
        return notes.ToReport(attached ? [] : publication.Annotations);
    }

    static string? Missing(GitHubJob job) =>
        job.Token is null ? $"there is no token: set {Permissions.Token}."
        : job.Repository is null ? "the repository is not known: set GITHUB_REPOSITORY to OWNER/NAME."
        : null;
}

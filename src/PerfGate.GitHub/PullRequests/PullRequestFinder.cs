using System.Globalization;
using Octokit;
using PerfGate.GitHub.Jobs;
using PerfGate.GitHub.Requests;

namespace PerfGate.GitHub.PullRequests;

/// <summary>
/// Finds the pull request that a run is about: the one named on the command line, else the event's, else that of the reference, else
/// the open one of the commit. After a workflow_run only GitHub is asked, since what came with the artifact may be anybody's.
/// </summary>
internal sealed class PullRequestFinder(GitHubClient client, Sender sender, GitHubJob job)
{
    string Owner => job.Owner!;

    string Name => job.Repository!;

    /// <summary>The pull request, or null when the run belongs to none.</summary>
    public async Task<FoundPullRequest?> FindAsync(CancellationToken ct)
    {
        if (Named() is { } number) return Of(await sender.SendAsync(() => client.PullRequest.Get(Owner, Name, number), ct));
        if (job.Event.WorkflowRun is { } run) return await OfForkAsync(run, ct);
        return job.HeadSha is { } sha ? await OfCommitAsync(sha, ct) : null;
    }

    int? Named() => job.PullRequest ?? (job.Event.WorkflowRun is null ? job.Event.PullRequest ?? InReference(job.Ref ?? "") : null);

    static int? InReference(string reference) => reference.Split('/') switch
    {
        ["refs", "pull", var number, "merge" or "head"] => Number(number),
        ["refs", "heads", "gh-readonly-queue", _, .., var branch] when branch.Split('-') is ["pr", var number, _] => Number(number),
        _ => null,
    };

    static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    async Task<FoundPullRequest?> OfForkAsync(WorkflowRunEvent run, CancellationToken ct)
    {
        var request = new PullRequestRequest { State = ItemStateFilter.Open, Head = $"{run.HeadOwner}:{run.HeadBranch}" };
        var open = await sender.SendAsync(() => client.PullRequest.GetAllForRepository(Owner, Name, request), ct);
        return open.Where(pull => pull.Head.Sha == run.HeadSha).OrderBy(pull => pull.Number).Select(Of).FirstOrDefault();
    }

    async Task<FoundPullRequest?> OfCommitAsync(string sha, CancellationToken ct)
    {
        var pulls = await sender.SendAsync(() => client.Repository.Commit.PullRequests(Owner, Name, sha), ct);
        return pulls
            .Where(pull => IsOpen(pull.State))
            .OrderByDescending(pull => pull.Head.Sha == sha)
            .ThenBy(pull => pull.Number)
            .Select(pull => new FoundPullRequest(pull.Number, pull.Head.Sha, Open: true))
            .FirstOrDefault();
    }

    static FoundPullRequest Of(PullRequest pull) => new(pull.Number, pull.Head.Sha, IsOpen(pull.State));

    static bool IsOpen(StringEnum<ItemState> state) => state.StringValue == "open";
}

using Octokit;
using PerfGate.GitHub.Checks;
using PerfGate.GitHub.Comments;
using PerfGate.GitHub.PullRequests;
using PerfGate.GitHub.Requests;

namespace PerfGate.GitHub;

/// <summary>One publication on its way: each step may fail, and the next is taken all the same.</summary>
internal sealed class Posting(GitHubClient client, Sender sender, Publication publication, GitHubJob job, Notes notes)
{
    /// <summary>Posts.</summary>
    /// <returns>Whether the annotations are attached to a check.</returns>
    public async Task<bool> PostAsync(CancellationToken ct)
    {
        var finder = new PullRequestFinder(client, sender, job);
        var (asked, pull) = await TryAsync("The pull request was not found", Permissions.Read, finder.FindAsync, ct);
        if (pull is { Open: false })
        {
            notes.Warn($"Pull request #{pull.Number} is closed: nothing was posted. The verdict stands.");
            return false;
        }

        if (pull is not null) await CommentAsync(pull, ct);
        else if (asked) NoPullRequest();
        return (job.HeadSha ?? pull?.Head) is { } sha && await CheckAsync(sha, ct);
    }

    void NoPullRequest()
    {
        if (job.Event.WorkflowRun is { } run)
            notes.Warn(
                $"No open pull request of {run.HeadOwner}:{run.HeadBranch} is at {Abbreviated(run.HeadSha)}: it was closed, or has newer " +
                "commits. No comment was written.");
        else
            notes.Done("The run belongs to no open pull request, so no comment was written.");
    }

    async Task CommentAsync(FoundPullRequest pull, CancellationToken ct)
    {
        if (publication.Mode == CommentMode.Never) return;
        if (job.HeadSha is { } measured && measured != pull.Head)
        {
            notes.Warn(
                $"Pull request #{pull.Number} has moved from {Abbreviated(measured)} to {Abbreviated(pull.Head)} since this run began: " +
                "its comment was left to the newer run.");
            return;
        }

        var marker = CommentMarker.Of(publication.Suite, job, pull.Head);
        var comment = new PullRequestComment(client, sender, job, pull.Number, marker, publication.Summary);
        var (_, outcome) = await TryAsync(
            "The comment was not written", Permissions.Comment, token => comment.WriteAsync(publication.DeservesComment, token), ct);
        if (outcome is not null) Tell(outcome, $"pull request #{pull.Number}");
    }

    void Tell(CommentOutcome outcome, string where)
    {
        switch (outcome.State)
        {
            case CommentState.Created: notes.Commented($"Commented on {where}", outcome.Url); break;
            case CommentState.Updated: notes.Commented($"Updated the comment on {where}", outcome.Url); break;
            case CommentState.Newer: notes.Warn($"A newer run has already commented on {where}: its comment was left as it is."); break;
            default: notes.Done($"Nothing to comment on {where}."); break;
        }
    }

    async Task<bool> CheckAsync(string sha, CancellationToken ct)
    {
        var check = new CommitCheck(client, sender, job, publication);
        var (set, attached) = await TryAsync(
            "The verdict was not set on the commit", Permissions.Check, token => check.SetAsync(sha, token), ct);
        if (set) notes.Done($"Set the {(attached ? "check" : "status")} '{check.Name}' on {Abbreviated(sha)}.");
        return attached;
    }

    // Whatever goes wrong while posting, the verdict has been reached and stands: hence every exception, and only here.
    async Task<(bool Done, T? Result)> TryAsync<T>(
        string failure, string permission, Func<CancellationToken, Task<T>> step, CancellationToken ct)
    {
        try
        {
            return (true, await step(ct));
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            notes.Warn($"{failure}: {Refusal.Of(e, job, permission)} The verdict stands.");
            return (false, default);
        }
    }

    static string Abbreviated(string sha) => sha[..Math.Min(7, sha.Length)];
}

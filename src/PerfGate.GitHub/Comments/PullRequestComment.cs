using Octokit;
using PerfGate.GitHub.Requests;

namespace PerfGate.GitHub.Comments;

/// <summary>
/// Keeps the one comment of a suite and job on a pull request up to date. GitHub has no lock, so whoever creates looks again: the oldest
/// marked comment wins and is updated, the others go, and of two runs that create at once one comment is left.
/// </summary>
internal sealed class PullRequestComment(
    GitHubClient client, Sender sender, GitHubJob job, int pull, CommentMarker marker, string summary)
{
    static readonly ApiOptions WholePages = new() { PageSize = 100 };

    string Owner => job.Owner!;

    string Name => job.Repository!;

    IIssueCommentsClient Comments => client.Issue.Comment;

    /// <summary>Writes the comment.</summary>
    /// <param name="create">Whether one is created when there is none.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<CommentOutcome> WriteAsync(bool create, CancellationToken ct)
    {
        var marked = await ListAsync(ct);
        var mine = marked.Where(IsOurs).ToList();
        if (mine.Any(IsNewer)) return CommentOutcome.Newer;
        foreach (var comment in mine)
        {
            if (await TryUpdateAsync(comment.Id, ct) is not { } updated) continue;
            await DeleteAsync(mine.Where(other => other.Id > comment.Id), ct);
            return new(CommentState.Updated, updated.HtmlUrl);
        }

        // One that may be ours is out of date now, whether one would have been created today or not.
        return create || marked.Exists(MayBeOurs) ? await ConvergeAsync(await CreateAsync(ct), ct) : CommentOutcome.NotWanted;
    }

    async Task<CommentOutcome> ConvergeAsync(IssueComment created, CancellationToken ct)
    {
        var marked = await ListAsync(ct);
        var others = marked.Where(comment => comment.Id != created.Id && HaveOneAuthor(comment, created)).ToList();
        if (others.Any(IsNewer))
        {
            // The newer run keeps the oldest, so ours is only taken away when it is not the oldest.
            if (others.Any(other => other.Id < created.Id)) await DeleteAsync([created], ct);
            return CommentOutcome.Newer;
        }

        foreach (var older in others.Where(other => other.Id < created.Id))
        {
            if (await TryUpdateAsync(older.Id, ct) is not { } updated) continue;
            await DeleteAsync(others.Append(created).Where(other => other.Id > older.Id), ct);
            return new(CommentState.Updated, updated.HtmlUrl);
        }

        await DeleteAsync(others.Where(other => other.Id > created.Id), ct);
        return new(CommentState.Created, created.HtmlUrl);
    }

    // A comment of somebody else may contain our marker word for word. Whoever uses a person's token is known only by what it
    // creates, so such a run creates first and converges then.
    bool IsOurs(IssueComment comment) => !job.Token!.IsPersonal && MayBeOurs(comment);

    bool MayBeOurs(IssueComment comment) => comment.User?.Type == (job.Token!.IsPersonal ? AccountType.User : AccountType.Bot);

    static bool HaveOneAuthor(IssueComment one, IssueComment other) => one.User?.Login is { } login && login == other.User?.Login;

    bool IsNewer(IssueComment comment) => CommentMarker.Read(comment.Body)!.IsNewerThan(marker);

    async Task<List<IssueComment>> ListAsync(CancellationToken ct)
    {
        var all = await sender.SendAsync(() => Comments.GetAllForIssue(Owner, Name, pull, WholePages), ct);
        return [.. all.Where(comment => CommentMarker.Read(comment.Body)?.Key == marker.Key).OrderBy(comment => comment.Id)];
    }

    Task<IssueComment> CreateAsync(CancellationToken ct) => FittedAsync(body => Comments.Create(Owner, Name, pull, body), ct);

    // Somebody may have deleted it since it was listed.
    async Task<IssueComment?> TryUpdateAsync(long id, CancellationToken ct)
    {
        try
        {
            return await FittedAsync(body => Comments.Update(Owner, Name, id, body), ct);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    async Task<IssueComment> FittedAsync(Func<string, Task<IssueComment>> write, CancellationToken ct)
    {
        try
        {
            return await sender.SendAsync(() => write(CommentBody.Of(marker, summary, CommentBody.Limit)), ct);
        }
        catch (ApiValidationException) when (summary.Length > CommentBody.HarderLimit)
        {
            return await sender.SendAsync(() => write(CommentBody.Of(marker, summary, CommentBody.HarderLimit)), ct);
        }
    }

    async Task DeleteAsync(IEnumerable<IssueComment> comments, CancellationToken ct)
    {
        foreach (var comment in comments)
        {
            try
            {
                await sender.SendAsync(() => Comments.Delete(Owner, Name, comment.Id), ct);
            }
            catch (NotFoundException)
            {
                // The other run was faster.
            }
        }
    }
}

using Octokit;
using PerfGate.GitHub.Comments;
using PerfGate.GitHub.Requests;

namespace PerfGate.GitHub.Checks;

/// <summary>
/// The verdict beside a commit: a check run with annotations, which only Apps such as the token of Actions may create, else a commit
/// status.
/// </summary>
internal sealed class CommitCheck(GitHubClient client, Sender sender, GitHubJob job, Publication publication)
{
    const int AnnotationsPerRequest = 50;
    const int DescriptionLimit = 140;
    const int TitleLimit = 255;
    const int MessageLimit = 4_000;

    string Owner => job.Owner!;

    string Repository => job.Repository!;

    /// <summary>The check's name, and the status' context: stable, so that a branch rule can ask for it.</summary>
    public string Name { get; } = Words.Line(string.Join(" / ", new[] { "perfgate", publication.Suite, job.Job }.OfType<string>()));

    /// <summary>Sets the check or the status.</summary>
    /// <returns>Whether it is a check, which carries the annotations.</returns>
    public async Task<bool> SetAsync(string sha, CancellationToken ct)
    {
        if (!job.Token!.IsPersonal && await TryCheckAsync(sha, ct)) return true;
        await SetStatusAsync(sha, ct);
        return false;
    }

    async Task<bool> TryCheckAsync(string sha, CancellationToken ct)
    {
        try
        {
            await CheckAsync(sha, ct);
            return true;
        }
        catch (ApiException e) when (e is NotFoundException || Refusal.IsPermission(e))
        {
            return false;
        }
    }

    async Task CheckAsync(string sha, CancellationToken ct)
    {
        var chunks = publication.Annotations.Select(Annotated).Chunk(AnnotationsPerRequest).ToList();
        var created = await sender.SendAsync(
            () => client.Check.Run.Create(Owner, Repository, new NewCheckRun(Name, sha)
            {
                Status = CheckStatus.Completed,
                Conclusion = Concluded(),
                DetailsUrl = job.RunUrl?.AbsoluteUri,
                Output = Output(chunks.FirstOrDefault() ?? []),
            }),
            ct);
        foreach (var chunk in chunks.Skip(1))
        {
            var update = new CheckRunUpdate { Output = Output(chunk) };
            await sender.SendAsync(() => client.Check.Run.Update(Owner, Repository, created.Id, update), ct);
        }
    }

    Task SetStatusAsync(string sha, CancellationToken ct)
    {
        var status = new NewCommitStatus
        {
            State = publication.Conclusion == Conclusion.Failure ? CommitState.Failure : CommitState.Success,
            TargetUrl = job.RunUrl?.AbsoluteUri,
            Description = Words.Line(publication.Description, DescriptionLimit),
            Context = Name,
        };
        return sender.SendAsync(() => client.Repository.Status.Create(Owner, Repository, sha, status), ct);
    }

    NewCheckRunOutput Output(IReadOnlyList<NewCheckRunAnnotation> annotations) =>
        new(Words.Line(publication.Title, TitleLimit), CommentBody.Of(null, publication.Summary, CommentBody.Limit))
        {
            Annotations = annotations,
        };

    CheckConclusion Concluded() => publication.Conclusion switch
    {
        Conclusion.Failure => CheckConclusion.Failure,
        Conclusion.Neutral => CheckConclusion.Neutral,
        _ => CheckConclusion.Success,
    };

    static NewCheckRunAnnotation Annotated(Annotation annotation)
    {
        var line = Math.Max(1, annotation.Line);
        return new(annotation.Path, line, line, LevelOf(annotation.Level), Words.Cut(annotation.Message, MessageLimit));
    }

    static CheckAnnotationLevel LevelOf(AnnotationLevel level) => level switch
    {
        AnnotationLevel.Failure => CheckAnnotationLevel.Failure,
        AnnotationLevel.Warning => CheckAnnotationLevel.Warning,
        _ => CheckAnnotationLevel.Notice,
    };
}

namespace PerfGate.GitHub;

/// <summary>Collects what was done and what went wrong, without the token and one line each.</summary>
internal sealed class Notes(GitHubJob job)
{
    const int Limit = 1_000;

    readonly List<string> done = [];
    readonly List<string> warnings = [.. job.Warnings];
    Uri? comment;

    public void Done(string sentence) => done.Add(Shown(sentence));

    public void Commented(string sentence, string? url)
    {
        Done(url is null ? $"{sentence}." : $"{sentence}: {url}");
        comment = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : null;
    }

    public void Warn(string sentence) => warnings.Add(Shown(sentence));

    /// <summary>Notes that posting was not possible at all; worth a warning where somebody expects it.</summary>
    public void Missing(string what)
    {
        if (job.Repository is not null || job.PullRequest is not null) Warn($"Nothing was posted, because {what} The verdict stands.");
        else Done("This is no GitHub job, so nothing was posted.");
    }

    public PublishReport ToReport(IEnumerable<Annotation> unattached) => new()
    {
        Done = [.. done],
        Warnings = [.. warnings.Select(Shown)],
        Commands = [.. unattached.Select(annotation => Hidden(WorkflowCommand.Of(annotation)))],
        Comment = comment,
    };

    string Shown(string sentence) => Words.Line(Hidden(sentence), Limit);

    string Hidden(string text) => job.Token?.Hide(text) ?? text;
}

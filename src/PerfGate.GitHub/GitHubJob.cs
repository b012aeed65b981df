using System.Globalization;
using PerfGate.GitHub.Jobs;

namespace PerfGate.GitHub;

/// <summary>
/// What a GitHub job knows of itself, read once. Outside a job nearly everything is null; whoever reads settings fills the rest in:
/// <c>job with { PullRequest = 12 }</c>.
/// </summary>
public sealed record GitHubJob
{
    static readonly Uri PublicApi = new("https://api.github.com");

    /// <summary>The token to ask with; null when the job was given none.</summary>
    public GitHubToken? Token { get; init; }

    /// <summary>GitHub's API, or that of an Enterprise server: https://HOST/api/v3.</summary>
    public Uri ApiUrl { get; init; } = PublicApi;

    /// <summary>Who owns the repository; null outside a job.</summary>
    public string? Owner { get; init; }

    /// <summary>The repository's name without its owner; null outside a job.</summary>
    public string? Repository { get; init; }

    /// <summary>The number of the pull request that the command line names; null when it names none.</summary>
    public int? PullRequest { get; init; }

    /// <summary>What started the workflow, such as pull_request.</summary>
    public string? EventName { get; init; }

    /// <summary>The branch, tag or merge reference that was checked out, such as refs/pull/12/merge.</summary>
    public string? Ref { get; init; }

    /// <summary>The commit that was checked out: of a pull request this is the merge commit, and not its head.</summary>
    public string? Sha { get; init; }

    /// <summary>The workflow's name.</summary>
    public string? Workflow { get; init; }

    /// <summary>The job's id within the workflow.</summary>
    public string? Job { get; init; }

    /// <summary>The run of the workflow; larger is newer; 0 outside a job.</summary>
    public long RunId { get; init; }

    /// <summary>How often that run was started, from 1; 0 outside a job.</summary>
    public int Attempt { get; init; }

    /// <summary>Where people read the run's log; null outside a job.</summary>
    public Uri? RunUrl { get; init; }

    /// <summary>Who started the workflow.</summary>
    public string? Actor { get; init; }

    /// <summary>What could not be read, one sentence each with what to do about it.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    internal GitHubEvent Event { get; init; } = GitHubEvent.None;

    /// <summary>The commit that the run speaks about; null when only the pull request itself knows.</summary>
    internal string? HeadSha =>
        Event.WorkflowRun?.HeadSha ??
        (PullRequest is null || PullRequest == Event.PullRequest ? Event.PullRequestHead : null) ??
        (PullRequest is null && OnBranch ? Sha : null);

    /// <summary>The run that measured: in a workflow_run job this is the other one, and not the one that publishes.</summary>
    internal MeasuredRun Measured => Event.WorkflowRun?.Run ?? new MeasuredRun(Workflow ?? "local", RunId, Attempt);

    // Other events check the default branch out, whatever they are about. A merge queue tests commits of its own, which are no
    // pull request's head.
    bool OnBranch =>
        EventName is null or "push" or "schedule" or "workflow_dispatch" &&
        Ref?.StartsWith("refs/heads/", StringComparison.Ordinal) == true &&
        !Ref.StartsWith("refs/heads/gh-readonly-queue/", StringComparison.Ordinal);

    /// <summary>
    /// Reads GITHUB_TOKEN and what the runner sets beside it. Nothing is thrown: what is missing is null, what is damaged is in
    /// <see cref="Warnings"/>.
    /// </summary>
    /// <param name="environment">An environment variable's value, or null when it is not set.</param>
    public static GitHubJob Read(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var warnings = new List<string>();
        var (owner, repository) = ReadRepository(Value("GITHUB_REPOSITORY"), warnings);
        var (runId, attempt) = (ReadNumber("GITHUB_RUN_ID"), ReadNumber("GITHUB_RUN_ATTEMPT"));
        return new GitHubJob
        {
            Token = Value("GITHUB_TOKEN") is { } token ? new GitHubToken(token) : null,
            ApiUrl = ReadUrl("GITHUB_API_URL") ?? PublicApi,
            Owner = owner,
            Repository = repository,
            EventName = Value("GITHUB_EVENT_NAME"),
            Ref = Value("GITHUB_REF"),
            Sha = Value("GITHUB_SHA"),
            Workflow = Value("GITHUB_WORKFLOW"),
            Job = Value("GITHUB_JOB"),
            RunId = runId,
            Attempt = (int)Math.Min(attempt, int.MaxValue),
            RunUrl = runId > 0 && owner is not null ? Page(ReadUrl("GITHUB_SERVER_URL"), $"{owner}/{repository}", runId, attempt) : null,
            Actor = Value("GITHUB_ACTOR"),
            Event = EventFile.Read(Value("GITHUB_EVENT_PATH"), warnings),
            Warnings = warnings,
        };

        string? Value(string name) => environment(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

        long ReadNumber(string name)
        {
            var text = Value(name);
            if (text is null) return 0;
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
            warnings.Add($"{name} is '{Words.Line(text)}', which is no number. Without it a newer run cannot be told from an older one.");
            return 0;
        }

        Uri? ReadUrl(string name)
        {
            var text = Value(name);
            if (text is null) return null;
            if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http") return url;
            warnings.Add($"{name} is '{Words.Line(text)}', which is no web address. github.com is taken instead.");
            return null;
        }
    }

    static (string? Owner, string? Name) ReadRepository(string? text, List<string> warnings)
    {
        if (text is null) return (null, null);
        if (text.Split('/') is [{ Length: > 0 } owner, { Length: > 0 } name] && text.All(IsNameLetter)) return (owner, name);
        warnings.Add($"GITHUB_REPOSITORY is '{Words.Line(text)}', which is not of the form OWNER/NAME. Nothing can be posted without it.");
        return (null, null);
    }

    static bool IsNameLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/';

    static Uri Page(Uri? server, string repository, long run, long attempt) => new(
        server ?? new Uri("https://github.com"), $"/{repository}/actions/runs/{run}{(attempt > 1 ? $"/attempts/{attempt}" : "")}");
}

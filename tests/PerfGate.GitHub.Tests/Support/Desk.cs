namespace PerfGate.GitHub.Tests.Support;

/// <summary>A publisher at a fake GitHub with one open pull request, #12 of octo/shop.</summary>
internal sealed class Desk(FakeGitHub gitHub) : IAsyncDisposable
{
    public const string Head = "1111111111111111111111111111111111111111";
    public const string Newer = "2222222222222222222222222222222222222222";

    public FakeGitHub GitHub => gitHub;

    public Patience Patience { get; init; } = new();

    public SkippingClock Clock { get; } = new();

    public static Publication Publication { get; } = new()
    {
        Suite = "Zenzefi",
        Title = "Passed: nothing got slower",
        Summary = "### Passed\n\nNothing got slower.\n",
        Conclusion = Conclusion.Success,
        Description = "Nothing got slower.",
    };

    public GitHubJob Job => new()
    {
        Token = new(FakeGitHub.ActionsToken),
        ApiUrl = gitHub.Url,
        Owner = "octo",
        Repository = "shop",
        PullRequest = 12,
        Workflow = "perf",
        Job = "gate",
        RunId = 100,
        Attempt = 1,
        RunUrl = new Uri("https://github.com/octo/shop/actions/runs/100"),
    };

    public static async Task<Desk> OpenAsync(Patience? patience = null)
    {
        var gitHub = await FakeGitHub.StartAsync();
        gitHub.Pulls[12] = new FakePull(Head);
        return new Desk(gitHub) { Patience = patience ?? new() };
    }

    public Task<PublishReport> PublishAsync(Publication? publication = null, GitHubJob? job = null, CancellationToken ct = default) =>
        new GitHubPublisher(Clock, Patience).PublishAsync(publication ?? Publication, job ?? Job, ct);

    /// <summary>The marker that a run of the desk's job writes.</summary>
    public static string Marker(long run = 100, int attempt = 1, string suite = "Zenzefi") =>
        $"<!-- perfgate schema=1 suite={suite} workflow=perf job=gate head={Head} run={run} attempt={attempt} -->";

    public ValueTask DisposeAsync() => gitHub.DisposeAsync();
}

using Acceptance.Harness;

namespace Acceptance.Running;

/// <summary>A newcomer's first quarter of an hour: a run, its baseline, and the next run. Made once, looked at by many tests.</summary>
public sealed class Journey(Checkout checkout) : IAsyncLifetime
{
    public Checkout Checkout => checkout;

    public Finished First { get; private set; } = null!;

    public RunFiles FirstRun { get; private set; } = null!;

    public IReadOnlyList<string> LeftByTheFirst { get; private set; } = [];

    public Finished Baseline { get; private set; } = null!;

    public Finished Second { get; private set; } = null!;

    public RunFiles SecondRun { get; private set; } = null!;

    public string JobSummary { get; } = Path.Combine(checkout.Root, "artifacts", "job-summary.md");

    public async ValueTask InitializeAsync()
    {
        First = await checkout.Build("--target=Perf");
        FirstRun = Newest();
        LeftByTheFirst = Processes.Of(checkout.Root);
        Baseline = await checkout.Build("--target=PerfBaseline");
        Second = await checkout.Build(new Dictionary<string, string> { ["GITHUB_STEP_SUMMARY"] = JobSummary }, "--target=Perf");
        SecondRun = Newest();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The newest run, by its own folder: "latest" moves on.</summary>
    RunFiles Newest() => new(Directory.ResolveLinkTarget(checkout.LatestRun.Folder, returnFinalTarget: true)?.FullName ?? checkout.LatestRun.Folder);
}

using Acceptance.Harness;

namespace Acceptance.OnGitHub;

/// <summary>
/// The two steps of a pull request from a fork: a job without a token measures and leaves its record; a job with a token, which
/// runs none of the fork's code, renders and posts it.
/// </summary>
public sealed class PublishingFromAFork(Checkout checkout) : IDisposable
{
    const string Token = "ghs_averysecrettokenofthejob0123456789";

    readonly GitHubServer github = new();
    readonly string place = Directory.CreateTempSubdirectory("perfgate-fork-").FullName;

    [Fact]
    public async Task The_record_of_one_job_becomes_the_comment_of_another()
    {
        var artifact = await Artifact();
        var finished = await checkout.Build(SecondJob(run: 2), "--target=PerfPublish", $"--from={artifact}");

        finished.ExitCode.ShouldBe(0, finished.Everything);
        var comment = github.Comments.ShouldHaveSingleItem(finished.Everything);
        comment.ShouldStartWith("<!-- perfgate");
        comment.ShouldContain("No baseline yet");
        comment.ShouldContain("/api/v1/tokens/my-tokens");
        github.Tokens.ShouldContain(t => t.Contains(Token, StringComparison.Ordinal));
        finished.Everything.ShouldNotContain(Token);
        Directory.EnumerateFiles(artifact, "*", SearchOption.AllDirectories)
            .ShouldAllBe(file => !File.ReadAllText(file).Contains(Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Publishing_again_keeps_it_one_comment()
    {
        var artifact = await Artifact();
        await checkout.Build(SecondJob(run: 2), "--target=PerfPublish", $"--from={artifact}");
        await checkout.Build(SecondJob(run: 3), "--target=PerfPublish", $"--from={artifact}");
        github.Comments.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_record_that_was_tampered_with_is_refused_and_nothing_is_posted()
    {
        var artifact = await Artifact();
        var record = Directory.EnumerateFiles(artifact, "run.json", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(record, (await File.ReadAllTextAsync(record)).Replace("\"runId\": \"", "\"runId\": \"../../", StringComparison.Ordinal));
        var finished = await checkout.Build(SecondJob(run: 2), "--target=PerfPublish", $"--from={artifact}");
        finished.ExitCode.ShouldBe(1, finished.Everything);
        finished.Everything.ShouldContain("damaged");
        github.Comments.ShouldBeEmpty();
    }

    public void Dispose()
    {
        github.Dispose();
        Directory.Delete(place, recursive: true);
    }

    /// <summary>What the first job left, as a download puts it.</summary>
    async Task<string> Artifact()
    {
        var sound = await checkout.SoundRun();
        var run = Path.Combine(place, "perf", "zenzefi", sound.Run.GetProperty("runId").GetString()!);
        Directory.CreateDirectory(run);
        foreach (var name in new[] { "run.json", "result.json" }) File.Copy(Path.Combine(sound.Folder, name), Path.Combine(run, name));
        return Path.Combine(place, "perf");
    }

    Dictionary<string, string> SecondJob(int run)
    {
        var happened = Path.Combine(place, "event.json");
        File.WriteAllText(happened, $$"""
            {"workflow_run":{"id":{{run}},"run_attempt":1,"name":"Pull request","head_sha":"{{GitHubServer.HeadSha}}","head_branch":"feature",
             "head_repository":{"owner":{"login":"stranger"},"full_name":"stranger/shop"},"event":"pull_request","html_url":"http://127.0.0.1/runs/{{run}}"} }
            """);
        return new Dictionary<string, string>
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_TOKEN"] = Token,
            ["GITHUB_API_URL"] = github.Url,
            ["GITHUB_REPOSITORY"] = "owner/shop",
            ["GITHUB_EVENT_NAME"] = "workflow_run",
            ["GITHUB_EVENT_PATH"] = happened,
            ["GITHUB_RUN_ID"] = $"{100 + run}",
            ["GITHUB_RUN_ATTEMPT"] = "1",
            ["GITHUB_WORKFLOW"] = "Publish",
            ["GITHUB_JOB"] = "publish",
            ["GITHUB_STEP_SUMMARY"] = Path.Combine(place, "summary.md"),
        };
    }
}

using PerfGate.GitHub.Jobs;

namespace PerfGate.GitHub.Tests.Jobs;

public sealed class ReadingTheJob : IDisposable
{
    const string Sha = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    readonly string file = Path.GetTempFileName();

    [Fact]
    public void Everything_that_the_runner_says_is_read()
    {
        var job = Read(new()
        {
            ["GITHUB_TOKEN"] = "ghs_secret\n",
            ["GITHUB_API_URL"] = "https://github.example/api/v3",
            ["GITHUB_SERVER_URL"] = "https://github.example",
            ["GITHUB_REPOSITORY"] = "octo/shop",
            ["GITHUB_EVENT_NAME"] = "pull_request",
            ["GITHUB_REF"] = "refs/pull/12/merge",
            ["GITHUB_SHA"] = "abc",
            ["GITHUB_RUN_ID"] = "9876543210",
            ["GITHUB_RUN_ATTEMPT"] = "2",
            ["GITHUB_WORKFLOW"] = "perf",
            ["GITHUB_JOB"] = "gate",
            ["GITHUB_ACTOR"] = "ana",
        });
        job.Warnings.ShouldBeEmpty();
        job.Token.ShouldNotBeNull().Value.ShouldBe("ghs_secret");
        (job.ApiUrl.AbsoluteUri, job.Owner, job.Repository, job.RunId, job.Attempt).ShouldBe(("https://github.example/api/v3", "octo", "shop", 9876543210, 2));
        (job.EventName, job.Ref, job.Sha, job.Workflow, job.Job, job.Actor).ShouldBe(("pull_request", "refs/pull/12/merge", "abc", "perf", "gate", "ana"));
        job.RunUrl.ShouldBe(new Uri("https://github.example/octo/shop/actions/runs/9876543210/attempts/2"));
    }

    [Fact]
    public void Outside_of_a_job_nothing_is_known_and_nothing_is_wrong()
    {
        var job = Read([]);
        job.Warnings.ShouldBeEmpty();
        (job.Token, job.Owner, job.RunUrl, job.RunId).ShouldBe((null, null, null, 0));
        job.ApiUrl.ShouldBe(new Uri("https://api.github.com"));
    }

    [Fact]
    public void A_job_shown_as_text_keeps_its_token() =>
        Read(new() { ["GITHUB_TOKEN"] = "ghs_secret" }).ToString().ShouldNotContain("ghs_secret");

    [Fact]
    public void A_pull_request_event_names_its_number_and_head()
    {
        var read = Event("""{"pull_request":{"number":12,"head":{"sha":"SHA"}}}""".Replace("SHA", Sha));
        (read.PullRequest, read.PullRequestHead).ShouldBe((12, Sha.ToLowerInvariant()));
    }

    [Theory]
    [InlineData("""{"issue":{"number":12,"pull_request":{}}}""", 12)]
    [InlineData("""{"issue":{"number":12}}""", null)]
    public void A_comment_event_counts_when_it_is_on_a_pull_request(string json, int? number) => Event(json).PullRequest.ShouldBe(number);

    [Fact]
    public void A_workflow_run_event_names_the_run_that_measured() =>
        Event("""
            {"workflow_run":{"id":77,"run_attempt":2,"name":"gate","head_branch":"patch-1","head_sha":"SHA","head_repository":{"owner":{"login":"mallory"}}}}
            """.Replace("SHA", Sha)).WorkflowRun.ShouldBe(new WorkflowRunEvent(new("gate", 77, 2), "mallory", "patch-1", Sha.ToLowerInvariant()));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{} trailing")]
    [InlineData("""{"workflow_run":{"head_repository":{"owner":{"login":"\ud800"}}}}""")]
    public void A_damaged_event_file_is_a_warning(string json)
    {
        var job = WithEvent(json);
        job.Event.ShouldBe(GitHubEvent.None);
        job.Warnings.ShouldHaveSingleItem().ShouldContain("GITHUB_EVENT_PATH is damaged");
    }

    [Theory]
    [InlineData("""{"pull_request":{"number":"12","head":"x"}}""")]
    [InlineData("""{"pull_request":{"number":-1,"head":{"sha":"--> <script>"}}}""")]
    [InlineData("""{"pull_request":{"number":1e40}}""")]
    [InlineData("""{"pull_request":[],"workflow_run":{"id":1,"head_sha":7}}""")]
    public void Values_that_cannot_be_are_taken_for_none(string json) => Event(json).ShouldBe(GitHubEvent.None);

    [Fact]
    public void A_missing_event_file_is_a_warning()
    {
        var job = Read(new() { ["GITHUB_EVENT_PATH"] = file + ".gone" });
        job.Warnings.ShouldHaveSingleItem().ShouldContain("could not be read");
        job.Warnings[0].ShouldContain("--pr=NUMBER");
    }

    [Theory]
    [InlineData("GITHUB_REPOSITORY", "shop")]
    [InlineData("GITHUB_REPOSITORY", "octo/shop/extra")]
    [InlineData("GITHUB_REPOSITORY", "octo/shop?x=1")]
    [InlineData("GITHUB_API_URL", "not an address")]
    [InlineData("GITHUB_API_URL", "file:///etc/passwd")]
    [InlineData("GITHUB_RUN_ID", "-5")]
    [InlineData("GITHUB_RUN_ATTEMPT", "two\nlines")]
    public void A_damaged_variable_is_named_with_its_value(string name, string value)
    {
        var warning = Read(new() { [name] = value }).Warnings.ShouldHaveSingleItem();
        warning.ShouldStartWith($"{name} is '{value.Replace('\n', ' ')}'");
    }

    public void Dispose() => File.Delete(file);

    GitHubEvent Event(string json)
    {
        var job = WithEvent(json);
        job.Warnings.ShouldBeEmpty();
        return job.Event;
    }

    GitHubJob WithEvent(string json)
    {
        File.WriteAllText(file, json);
        return Read(new() { ["GITHUB_EVENT_PATH"] = file });
    }

    static GitHubJob Read(Dictionary<string, string> environment) => GitHubJob.Read(environment.GetValueOrDefault);
}

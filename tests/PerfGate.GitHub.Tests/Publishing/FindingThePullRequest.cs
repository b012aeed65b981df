using PerfGate.GitHub.Jobs;
using PerfGate.GitHub.Tests.Support;

namespace PerfGate.GitHub.Tests.Publishing;

public sealed class FindingThePullRequest
{
    [Fact]
    public async Task The_command_line_comes_first()
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Pulls[7] = new FakePull(Desk.Newer);
        await desk.PublishAsync(job: desk.Job with { PullRequest = 7, Event = new() { PullRequest = 12, PullRequestHead = Desk.Head } });
        desk.GitHub.Comments.ShouldHaveSingleItem().Pull.ShouldBe(7);
    }

    [Fact]
    public async Task Then_comes_the_event()
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Pulls[7] = new FakePull(Desk.Newer);
        await desk.PublishAsync(job: Nameless(desk) with { Ref = "refs/pull/7/merge", Event = new() { PullRequest = 12, PullRequestHead = Desk.Head } });
        desk.GitHub.Comments.ShouldHaveSingleItem().Pull.ShouldBe(12);
    }

    [Theory]
    [InlineData("refs/pull/12/merge")]
    [InlineData("refs/heads/gh-readonly-queue/main/pr-12-3333333333333333333333333333333333333333")]
    [InlineData("refs/heads/gh-readonly-queue/release/2.x/pr-12-3333333333333333333333333333333333333333")]
    public async Task Then_comes_the_reference(string reference)
    {
        await using var desk = await Desk.OpenAsync();
        var report = await desk.PublishAsync(job: Nameless(desk) with { Ref = reference, Sha = Desk.Newer });
        desk.GitHub.Comments.ShouldHaveSingleItem().Pull.ShouldBe(12);
        desk.GitHub.Checks.ShouldHaveSingleItem().GetProperty("head_sha").GetString().ShouldBe(Desk.Head);
        report.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Last_comes_the_open_pull_request_at_the_commit()
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Pulls[3] = new FakePull(Desk.Head, State: "closed");
        desk.GitHub.Pulls[5] = new FakePull(Desk.Newer) { Commits = [Desk.Newer, Desk.Head] };
        await desk.PublishAsync(job: Nameless(desk) with { Ref = "refs/heads/feature", Sha = Desk.Head });
        desk.GitHub.Comments.ShouldHaveSingleItem().Pull.ShouldBe(12);
    }

    [Fact]
    public async Task After_a_fork_was_measured_GitHub_is_asked_for_the_pull_request_at_its_head()
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Pulls[20] = new FakePull(Desk.Newer, "mallory", "patch-1");
        desk.GitHub.Pulls[21] = new FakePull(Desk.Head, "mallory", "patch-1");
        desk.GitHub.Pulls[22] = new FakePull(Desk.Head, "mallory", "patch-2");
        var report = await desk.PublishAsync(job: Forked(desk));
        var comment = desk.GitHub.Comments.ShouldHaveSingleItem();
        comment.Pull.ShouldBe(21);
        comment.Body.ShouldContain(" workflow=gate job=gate ");
        comment.Body.ShouldContain(" run=77 attempt=2 ");
        desk.GitHub.Checks.ShouldHaveSingleItem().GetProperty("head_sha").GetString().ShouldBe(Desk.Head);
        report.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fork_that_has_moved_on_is_not_commented_on()
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Pulls[20] = new FakePull(Desk.Newer, "mallory", "patch-1");
        var report = await desk.PublishAsync(job: Forked(desk));
        desk.GitHub.Comments.ShouldBeEmpty();
        report.Warnings.ShouldHaveSingleItem().ShouldStartWith("No open pull request of mallory:patch-1 is at 1111111");
    }

    [Fact]
    public async Task A_number_that_does_not_fit_what_a_fork_measured_is_not_commented_on()
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Pulls[12] = new FakePull(Desk.Newer);
        var report = await desk.PublishAsync(job: Forked(desk) with { PullRequest = 12 });
        desk.GitHub.Comments.ShouldBeEmpty();
        report.Warnings.ShouldHaveSingleItem().ShouldContain("#12 has moved");
    }

    [Theory]
    [InlineData("workflow_run")]
    [InlineData("pull_request_target")]
    public async Task What_a_pull_request_measured_never_ends_up_on_the_default_branch(string withDamagedEventFile)
    {
        await using var desk = await Desk.OpenAsync();
        await desk.PublishAsync(job: Nameless(desk) with { EventName = withDamagedEventFile, Ref = "refs/heads/main", Sha = Desk.Newer });
        desk.GitHub.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_comment_on_the_pull_request_may_have_started_the_run()
    {
        await using var desk = await Desk.OpenAsync();
        var job = Nameless(desk) with { EventName = "issue_comment", Ref = "refs/heads/main", Sha = Desk.Newer, Event = new() { PullRequest = 12 } };
        await desk.PublishAsync(job: job);
        desk.GitHub.Comments.ShouldHaveSingleItem().Pull.ShouldBe(12);
        desk.GitHub.Checks.ShouldHaveSingleItem().GetProperty("head_sha").GetString().ShouldBe(Desk.Head);
    }

    [Fact]
    public async Task Without_any_trace_of_one_nothing_is_posted()
    {
        await using var desk = await Desk.OpenAsync();
        var report = await desk.PublishAsync(job: Nameless(desk) with { Ref = "refs/tags/v1", Sha = Desk.Head });
        desk.GitHub.Requests.ShouldBeEmpty();
        report.Done.ShouldHaveSingleItem().ShouldContain("no open pull request");
    }

    static GitHubJob Nameless(Desk desk) => desk.Job with { PullRequest = null };

    static GitHubJob Forked(Desk desk) => Nameless(desk) with
    {
        Ref = "refs/heads/main",
        Sha = Desk.Newer,
        Event = new() { WorkflowRun = new WorkflowRunEvent(new("gate", 77, 2), "mallory", "patch-1", Desk.Head) },
    };
}

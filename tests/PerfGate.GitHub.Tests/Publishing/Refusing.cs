using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using PerfGate.GitHub.Tests.Support;

namespace PerfGate.GitHub.Tests.Publishing;

public sealed class Refusing
{
    [Fact]
    public async Task Without_a_token_a_job_is_told_where_it_comes_from()
    {
        await using var desk = await Desk.OpenAsync();
        var report = await desk.PublishAsync(job: desk.Job with { Token = null });
        report.Warnings.ShouldHaveSingleItem().ShouldBe(
            "Nothing was posted, because there is no token: set GITHUB_TOKEN: ${{ github.token }} in the step's env. The verdict stands.");
        desk.GitHub.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Outside_of_GitHub_nothing_is_posted_and_nothing_is_wrong()
    {
        await using var desk = await Desk.OpenAsync();
        var report = await desk.PublishAsync(job: GitHubJob.Read(_ => null));
        report.Warnings.ShouldBeEmpty();
        report.Done.ShouldBe(["This is no GitHub job, so nothing was posted."]);
    }

    [Fact]
    public async Task A_token_without_a_repository_is_told_so()
    {
        await using var desk = await Desk.OpenAsync();
        var report = await desk.PublishAsync(job: desk.Job with { Owner = null, Repository = null });
        report.Warnings.ShouldHaveSingleItem().ShouldContain("set GITHUB_REPOSITORY to OWNER/NAME");
    }

    [Fact]
    public async Task A_wrong_repository_is_named()
    {
        await using var desk = await Desk.OpenAsync();
        var report = await desk.PublishAsync(job: desk.Job with { Repository = "other" });
        report.Warnings.ShouldHaveSingleItem().ShouldContain("octo/other (GITHUB_REPOSITORY) is not the right repository, or this token cannot see it");
    }

    [Fact]
    public async Task A_token_that_has_expired_is_told_so()
    {
        await using var desk = await Desk.OpenAsync();
        var report = await desk.PublishAsync(job: desk.Job with { Token = new("ghs_expired") });
        report.Warnings.ShouldHaveSingleItem().ShouldContain("GitHub answered 401 'Bad credentials'. The token is not valid or has expired");
    }

    [Fact]
    public async Task Nothing_is_posted_on_a_closed_pull_request()
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Pulls[12] = new FakePull(Desk.Head, State: "closed");
        var report = await desk.PublishAsync();
        report.Warnings.ShouldHaveSingleItem().ShouldBe("Pull request #12 is closed: nothing was posted. The verdict stands.");
        desk.GitHub.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_summary_over_the_limit_is_cut_before_it_is_sent()
    {
        await using var desk = await Desk.OpenAsync();
        var report = await desk.PublishAsync(Desk.Publication with { Summary = Long(10_000) });
        var body = desk.GitHub.Comments.ShouldHaveSingleItem().Body;
        body.Length.ShouldBeInRange(60_000, 65_000);
        body.ShouldEndWith("_The rest did not fit: see summary.md of the run's artifacts._\n");
        report.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_body_that_is_refused_as_too_long_is_cut_harder_once()
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.BodyLimit = 20_000;
        var report = await desk.PublishAsync(Desk.Publication with { Summary = Long(500) });
        desk.GitHub.Comments.ShouldHaveSingleItem().Body.Length.ShouldBeInRange(12_000, 16_000);
        report.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_body_that_is_refused_again_is_a_warning()
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.BodyLimit = 10;
        var report = await desk.PublishAsync(Desk.Publication with { Summary = Long(500) });
        report.Warnings.ShouldHaveSingleItem().ShouldStartWith("The comment was not written: GitHub answered 422 'Validation Failed'.");
    }

    [Fact]
    public async Task An_unreachable_server_is_named()
    {
        await using var desk = await Desk.OpenAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://{listener.LocalEndpoint}");
        listener.Stop();
        var report = await desk.PublishAsync(job: desk.Job with { ApiUrl = address });
        report.Warnings.ShouldHaveSingleItem().ShouldContain($"{address} could not be reached");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("<html>proxy</html>")]
    public async Task An_answer_that_is_not_GitHubs_is_a_warning(string answer)
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Before = async (_, http) =>
        {
            await http.Response.WriteAsync(answer);
            return new FakeAnswer(200, null);
        };
        var report = await desk.PublishAsync();
        report.Warnings.ShouldHaveSingleItem().ShouldStartWith("The pull request was not found");
    }

    [Fact]
    public async Task A_server_that_never_answers_is_a_warning()
    {
        await using var desk = await Desk.OpenAsync(new Patience { Attempts = 2, Request = TimeSpan.FromMilliseconds(200) });
        desk.GitHub.Before = async (_, http) =>
        {
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return new FakeAnswer(500, null);
        };
        var report = await desk.PublishAsync();
        report.Warnings.ShouldHaveSingleItem().ShouldContain("127.0.0.1 did not answer in time. Publish again later: PerfPublish.");
        desk.Clock.Waits.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_went_wrong_while_reading_the_job_is_said_too()
    {
        await using var desk = await Desk.OpenAsync();
        var report = await desk.PublishAsync(job: desk.Job with { Warnings = ["The event file is damaged."] });
        report.Warnings.ShouldBe(["The event file is damaged."]);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(422)]
    [InlineData(500)]
    public async Task The_token_and_the_servers_line_breaks_are_in_no_message(int status)
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Refuse("", int.MaxValue, FakeAnswer.Error(status, $"no\n::error::{FakeGitHub.ActionsToken}\u202E"));
        var report = await desk.PublishAsync(Desk.Publication with { Annotations = [new("a.cs", 1, AnnotationLevel.Notice, FakeGitHub.ActionsToken)] });
        string[] said = [.. report.Done, .. report.Warnings, .. report.Commands];
        said.ShouldNotBeEmpty();
        said.ShouldAllBe(line => !line.Contains(FakeGitHub.ActionsToken) && !line.Contains('\n') && !line.Contains('\u202E'));
        $"{desk.Job} {report}".ShouldNotContain(FakeGitHub.ActionsToken);
    }

    [Fact]
    public async Task A_token_that_no_header_can_carry_is_a_warning_without_it()
    {
        await using var desk = await Desk.OpenAsync();
        var report = await desk.PublishAsync(job: desk.Job with { Token = new("ghs_first\nsecond") });
        report.Warnings.ShouldNotBeEmpty();
        report.Warnings.ShouldAllBe(line => !line.Contains("ghs_first"));
    }

    static string Long(int rows) => string.Concat(Enumerable.Range(0, rows).Select(row => $"| GET /orders/{row} | 12 ms | 14 ms | +16 % |\n"));
}

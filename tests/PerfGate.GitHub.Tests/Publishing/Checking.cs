using PerfGate.GitHub.Tests.Support;

namespace PerfGate.GitHub.Tests.Publishing;

public sealed class Checking
{
    static readonly Annotation Slower = new("perf/Zenzefi/ZenzefiSuite.cs", 12, AnnotationLevel.Failure, "p95 is 12 % slower.");

    [Theory]
    [InlineData(Conclusion.Success, "success")]
    [InlineData(Conclusion.Neutral, "neutral")]
    [InlineData(Conclusion.Failure, "failure")]
    public async Task The_verdict_is_a_check_on_the_head_of_the_pull_request(Conclusion conclusion, string word)
    {
        await using var desk = await Desk.OpenAsync();
        var job = desk.Job with { Sha = Desk.Newer, Ref = "refs/pull/12/merge", PullRequest = null };
        var report = await desk.PublishAsync(Desk.Publication with { Conclusion = conclusion, Annotations = [Slower] }, job);
        var check = desk.GitHub.Checks.ShouldHaveSingleItem();
        check.GetProperty("name").GetString().ShouldBe("perfgate / Zenzefi / gate");
        check.GetProperty("head_sha").GetString().ShouldBe(Desk.Head);
        check.GetProperty("status").GetString().ShouldBe("completed");
        check.GetProperty("conclusion").GetString().ShouldBe(word);
        check.GetProperty("details_url").GetString().ShouldBe("https://github.com/octo/shop/actions/runs/100");
        var output = check.GetProperty("output");
        output.GetProperty("title").GetString().ShouldBe(Desk.Publication.Title);
        output.GetProperty("summary").GetString().ShouldBe(Desk.Publication.Summary);
        var annotation = output.GetProperty("annotations").EnumerateArray().ShouldHaveSingleItem();
        annotation.GetProperty("path").GetString().ShouldBe(Slower.Path);
        annotation.GetProperty("start_line").GetInt32().ShouldBe(12);
        annotation.GetProperty("annotation_level").GetString().ShouldBe("failure");
        report.Warnings.ShouldBeEmpty();
        report.Commands.ShouldBeEmpty();
        report.Done[^1].ShouldBe("Set the check 'perfgate / Zenzefi / gate' on 1111111.");
    }

    [Fact]
    public async Task Annotations_are_sent_fifty_at_a_time()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.PublishAsync(Desk.Publication with { Annotations = [.. Enumerable.Range(1, 120).Select(line => Slower with { Line = line })] });
        var sent = desk.GitHub.Checks.Concat(desk.GitHub.CheckUpdates).Select(c => c.GetProperty("output").GetProperty("annotations").EnumerateArray()).ToList();
        sent.Select(annotations => annotations.Count()).ShouldBe([50, 50, 20]);
        sent.SelectMany(annotations => annotations).Select(a => a.GetProperty("start_line").GetInt32()).ShouldBe(Enumerable.Range(1, 120));
    }

    [Theory]
    [InlineData(Conclusion.Success, "success")]
    [InlineData(Conclusion.Neutral, "success")]
    [InlineData(Conclusion.Failure, "failure")]
    public async Task Where_a_token_may_not_create_checks_a_status_is_set(Conclusion conclusion, string state)
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Refuse("POST /repos/octo/shop/check-runs", 1, FakeAnswer.Error(403, "Resource not accessible by integration"));
        var report = await desk.PublishAsync(Desk.Publication with { Conclusion = conclusion, Description = new string('é', 500), Annotations = [Slower] });
        var (sha, status) = desk.GitHub.Statuses.ShouldHaveSingleItem();
        sha.ShouldBe(Desk.Head);
        status.GetProperty("state").GetString().ShouldBe(state);
        status.GetProperty("context").GetString().ShouldBe("perfgate / Zenzefi / gate");
        status.GetProperty("description").GetString().ShouldBe(new string('é', 139) + "…");
        report.Warnings.ShouldBeEmpty();
        report.Commands.ShouldBe(["::error file=perf/Zenzefi/ZenzefiSuite.cs,line=12::p95 is 12 %25 slower."]);
    }

    [Fact]
    public async Task A_persons_token_goes_straight_to_the_status()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.PublishAsync(job: desk.Job with { Token = new(FakeGitHub.PersonalToken) });
        desk.GitHub.Statuses.Count.ShouldBe(1);
        desk.GitHub.Requests.ShouldNotContain(request => request.Contains("check-runs"));
    }

    [Fact]
    public async Task A_push_that_belongs_to_no_pull_request_still_gets_its_check()
    {
        await using var desk = await Desk.OpenAsync();
        var report = await desk.PublishAsync(job: desk.Job with { PullRequest = null, Ref = "refs/heads/main", Sha = Desk.Newer });
        desk.GitHub.Checks.ShouldHaveSingleItem().GetProperty("head_sha").GetString().ShouldBe(Desk.Newer);
        desk.GitHub.Comments.ShouldBeEmpty();
        report.Warnings.ShouldBeEmpty();
        report.Done[0].ShouldBe("The run belongs to no open pull request, so no comment was written.");
    }

    [Fact]
    public async Task A_check_is_set_although_the_comment_failed()
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Refuse("POST /repos/octo/shop/issues", 1, FakeAnswer.Error(403, "Resource not accessible by integration"));
        var report = await desk.PublishAsync();
        desk.GitHub.Checks.Count.ShouldBe(1);
        report.Warnings.Count.ShouldBe(1);
    }
}

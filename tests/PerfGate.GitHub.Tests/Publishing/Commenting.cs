using PerfGate.GitHub.Tests.Support;

namespace PerfGate.GitHub.Tests.Publishing;

public sealed class Commenting
{
    [Fact]
    public async Task The_first_run_creates_the_comment_behind_its_marker()
    {
        await using var desk = await Desk.OpenAsync();
        var report = await desk.PublishAsync();
        var comment = desk.GitHub.Comments.ShouldHaveSingleItem();
        comment.Body.ShouldBe($"{Desk.Marker()}\n### Passed\n\nNothing got slower.\n");
        report.Warnings.ShouldBeEmpty();
        report.Comment.ShouldBe(new Uri($"https://github.com/octo/shop/pull/12#issuecomment-{comment.Id}"));
        report.Done[0].ShouldBe($"Commented on pull request #12: {report.Comment}");
    }

    [Fact]
    public async Task A_later_run_updates_the_same_comment()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.PublishAsync();
        var first = desk.GitHub.Comments.Single().Id;
        var report = await desk.PublishAsync(Desk.Publication with { Summary = "### Regressed\n" }, desk.Job with { RunId = 101 });
        var comment = desk.GitHub.Comments.ShouldHaveSingleItem();
        comment.Id.ShouldBe(first);
        comment.Body.ShouldBe($"{Desk.Marker(run: 101)}\n### Regressed\n");
        report.Done[0].ShouldStartWith("Updated the comment on pull request #12");
    }

    [Fact]
    public async Task Each_suite_workflow_and_job_has_a_comment_of_its_own()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.PublishAsync();
        await desk.PublishAsync(Desk.Publication with { Suite = "CoreVia" });
        await desk.PublishAsync(job: desk.Job with { Workflow = "nightly" });
        await desk.PublishAsync(job: desk.Job with { Job = "peak" });
        desk.GitHub.Comments.Count.ShouldBe(4);
    }

    [Fact]
    public async Task The_marker_of_the_summary_is_replaced()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.PublishAsync(Desk.Publication with { Summary = "<!-- perfgate schema=1 suite=Zenzefi profile=quick commit=abc run=x -->\n### Passed\n" });
        desk.GitHub.Comments.Single().Body.ShouldBe($"{Desk.Marker()}\n### Passed\n");
    }

    [Fact]
    public async Task The_comment_is_found_beyond_the_first_page()
    {
        await using var desk = await Desk.OpenAsync();
        for (var i = 0; i < 250; i++) desk.GitHub.Has(12, $"Chatter {i}", "ben", "User");
        var mine = desk.GitHub.Has(12, Desk.Marker(run: 99) + "\nold");
        await desk.PublishAsync();
        mine.Body.ShouldStartWith(Desk.Marker());
        desk.GitHub.Comments.Count.ShouldBe(251);
        desk.GitHub.Requests.Count(request => request == "GET /repos/octo/shop/issues/12/comments").ShouldBe(3);
    }

    [Theory]
    [InlineData(CommentMode.Always, false, false, true)]
    [InlineData(CommentMode.OnChange, false, false, false)]
    [InlineData(CommentMode.OnChange, true, false, true)]
    [InlineData(CommentMode.OnChange, false, true, true)]
    [InlineData(CommentMode.OnFailure, true, false, false)]
    [InlineData(CommentMode.OnFailure, false, true, true)]
    [InlineData(CommentMode.Never, true, true, false)]
    public async Task A_comment_is_created_when_the_mode_asks_for_it(CommentMode mode, bool changed, bool failed, bool created)
    {
        await using var desk = await Desk.OpenAsync();
        var report = await desk.PublishAsync(Desk.Publication with { Mode = mode, Changed = changed, Failed = failed });
        (desk.GitHub.Comments.Count == 1).ShouldBe(created);
        report.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(CommentMode.OnChange, "Passed again")]
    [InlineData(CommentMode.OnFailure, "Passed again")]
    [InlineData(CommentMode.Never, "Regressed")]
    public async Task What_an_earlier_run_said_does_not_stay_when_it_is_no_longer_true(CommentMode mode, string said)
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Has(12, Desk.Marker(run: 99) + "\nRegressed");
        await desk.PublishAsync(Desk.Publication with { Mode = mode, Summary = "Passed again" });
        desk.GitHub.Comments.ShouldHaveSingleItem().Body.ShouldEndWith(said);
    }

    [Fact]
    public async Task A_hostile_suite_workflow_or_job_name_cannot_leave_the_marker()
    {
        await using var desk = await Desk.OpenAsync();
        var publication = Desk.Publication with { Suite = "a --> <script>\n@everyone", Summary = "Body\n" };
        var job = desk.Job with { Workflow = "w head=x run=999999", Job = "--><b>\u202E" };
        await desk.PublishAsync(publication, job);
        await desk.PublishAsync(publication, job with { RunId = 101 });
        var lines = desk.GitHub.Comments.ShouldHaveSingleItem().Body.Split('\n');
        lines[0].ShouldMatch("^<!-- perfgate schema=1 suite=[A-Za-z0-9._]+ workflow=[A-Za-z0-9._]+ job=[A-Za-z0-9._]+ head=1{40} run=101 attempt=1 -->$");
        lines[1].ShouldBe("Body");
    }
}

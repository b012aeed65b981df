using PerfGate.GitHub.Tests.Support;

namespace PerfGate.GitHub.Tests.Publishing;

public sealed class Racing
{
    [Theory]
    [InlineData(100, 101)]
    [InlineData(101, 100)]
    [InlineData(100, 100)]
    public async Task Two_runs_that_create_at_once_leave_one_comment_of_the_newer_run(long first, long second)
    {
        await using var desk = await Desk.OpenAsync();
        var both = new TaskCompletionSource();
        var creating = 0;
        desk.GitHub.Before = async (request, _) =>
        {
            // Neither may create before both have seen that there is none.
            if (!request.StartsWith("POST /repos/octo/shop/issues", StringComparison.Ordinal)) return null;
            if (Interlocked.Increment(ref creating) == 2) both.SetResult();
            await both.Task;
            return null;
        };
        await Task.WhenAll(desk.PublishAsync(job: desk.Job with { RunId = first }), desk.PublishAsync(job: desk.Job with { RunId = second }));
        creating.ShouldBe(2);
        desk.GitHub.Comments.ShouldHaveSingleItem().Body.ShouldStartWith(Desk.Marker(run: Math.Max(first, second)));
    }

    [Fact]
    public async Task A_newer_run_that_creates_first_keeps_its_comment()
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Before = (request, _) =>
        {
            if (request.StartsWith("POST /repos/octo/shop/issues", StringComparison.Ordinal)) desk.GitHub.Has(12, Desk.Marker(run: 101) + "\nnewer");
            return Task.FromResult<FakeAnswer?>(null);
        };
        var report = await desk.PublishAsync();
        desk.GitHub.Comments.ShouldHaveSingleItem().Body.ShouldEndWith("newer");
        report.Warnings.ShouldHaveSingleItem().ShouldContain("newer run");
    }

    [Fact]
    public async Task A_newer_run_that_creates_second_finds_the_older_comment_to_take_over()
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Before = (request, _) =>
        {
            var created = desk.GitHub.Comments.Count == 1;
            if (created && request.StartsWith("GET /repos/octo/shop/issues", StringComparison.Ordinal)) desk.GitHub.Has(12, Desk.Marker(run: 101) + "\nnewer");
            return Task.FromResult<FakeAnswer?>(null);
        };
        await desk.PublishAsync();
        desk.GitHub.Comments.Count.ShouldBe(2);
        desk.GitHub.Before = (_, _) => Task.FromResult<FakeAnswer?>(null);
        var oldest = desk.GitHub.Comments[0].Id;
        await desk.PublishAsync(job: desk.Job with { RunId = 101 });
        desk.GitHub.Comments.ShouldHaveSingleItem().Id.ShouldBe(oldest);
    }

    [Fact]
    public async Task Comments_left_over_by_an_interrupted_run_are_tidied_up()
    {
        await using var desk = await Desk.OpenAsync();
        var oldest = desk.GitHub.Has(12, Desk.Marker(run: 98) + "\nold");
        desk.GitHub.Has(12, Desk.Marker(run: 99) + "\nold");
        await desk.PublishAsync();
        desk.GitHub.Comments.ShouldHaveSingleItem().ShouldBe(oldest);
        oldest.Body.ShouldStartWith(Desk.Marker());
    }

    [Theory]
    [InlineData(101, 1)]
    [InlineData(100, 2)]
    public async Task A_newer_runs_comment_is_left_alone(long run, int attempt)
    {
        await using var desk = await Desk.OpenAsync();
        var newer = desk.GitHub.Has(12, Desk.Marker(run, attempt) + "\nnewer");
        var report = await desk.PublishAsync();
        newer.Body.ShouldEndWith("newer");
        desk.GitHub.Comments.Count.ShouldBe(1);
        report.Warnings.ShouldHaveSingleItem().ShouldContain("newer run");
    }

    [Fact]
    public async Task A_run_of_an_outdated_head_does_not_comment()
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Pulls[12] = new FakePull(Desk.Newer);
        var job = desk.Job with { PullRequest = null, Event = new() { PullRequest = 12, PullRequestHead = Desk.Head } };
        var report = await desk.PublishAsync(job: job);
        desk.GitHub.Comments.ShouldBeEmpty();
        report.Warnings.ShouldHaveSingleItem().ShouldContain("moved from 1111111 to 2222222");
        desk.GitHub.Checks.ShouldHaveSingleItem().GetProperty("head_sha").GetString().ShouldBe(Desk.Head);
    }

    [Fact]
    public async Task A_comment_that_is_deleted_between_listing_and_updating_is_created_anew()
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Has(12, Desk.Marker(run: 99) + "\nold");
        desk.GitHub.Before = (request, _) =>
        {
            if (request.StartsWith("PATCH /repos/octo/shop/issues", StringComparison.Ordinal)) desk.GitHub.Comments.Clear();
            return Task.FromResult<FakeAnswer?>(null);
        };
        var report = await desk.PublishAsync();
        desk.GitHub.Comments.ShouldHaveSingleItem().Body.ShouldStartWith(Desk.Marker());
        report.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_comment_of_somebody_else_with_our_marker_is_neither_believed_nor_touched()
    {
        await using var desk = await Desk.OpenAsync();
        var hostile = desk.GitHub.Has(12, Desk.Marker(run: 999_999) + "\nAll is well.", "mallory", "User");
        var report = await desk.PublishAsync();
        hostile.Body.ShouldEndWith("All is well.");
        desk.GitHub.Comments.Count.ShouldBe(2);
        desk.GitHub.Comments[1].Body.ShouldStartWith(Desk.Marker());
        report.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_marker_that_is_not_the_first_line_counts_for_nothing()
    {
        await using var desk = await Desk.OpenAsync();
        var quoting = desk.GitHub.Has(12, "Someone wrote:\n" + Desk.Marker(run: 999));
        await desk.PublishAsync();
        quoting.Body.ShouldStartWith("Someone wrote:");
        desk.GitHub.Comments.Count.ShouldBe(2);
    }

    [Fact]
    public async Task With_a_persons_token_only_that_persons_comments_are_ours()
    {
        await using var desk = await Desk.OpenAsync();
        var hostile = desk.GitHub.Has(12, Desk.Marker(run: 1) + "\nmine!", "mallory", "User");
        var job = desk.Job with { Token = new(FakeGitHub.PersonalToken) };
        await desk.PublishAsync(job: job);
        await desk.PublishAsync(Desk.Publication with { Summary = "second" }, job with { RunId = 101 });
        desk.GitHub.Comments.Count.ShouldBe(2);
        hostile.Body.ShouldEndWith("mine!");
        desk.GitHub.Comments[1].Body.ShouldBe($"{Desk.Marker(run: 101)}\nsecond");
    }

    [Fact]
    public async Task With_a_persons_token_too_what_is_no_longer_true_does_not_stay()
    {
        await using var desk = await Desk.OpenAsync();
        var old = desk.GitHub.Has(12, Desk.Marker(run: 99) + "\nRegressed", "ana", "User");
        await desk.PublishAsync(
            Desk.Publication with { Mode = CommentMode.OnFailure, Summary = "Passed again" },
            desk.Job with { Token = new(FakeGitHub.PersonalToken) });
        desk.GitHub.Comments.ShouldHaveSingleItem().ShouldBe(old);
        old.Body.ShouldEndWith("Passed again");
    }
}

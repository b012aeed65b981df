using PerfGate.GitHub.Tests.Support;

namespace PerfGate.GitHub.Tests.Publishing;

public sealed class Waiting
{
    const string Create = "POST /repos/octo/shop/issues/12/comments";

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    public async Task A_secondary_rate_limit_is_waited_out_as_long_as_it_asks(int status)
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Refuse(Create, 1, FakeAnswer.Error(status, "You have exceeded a secondary rate limit.") with { Headers = new() { ["Retry-After"] = "42" } });
        var report = await desk.PublishAsync();
        desk.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(42)]);
        desk.GitHub.Comments.Count.ShouldBe(1);
        report.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rate_limit_is_waited_out_until_its_reset()
    {
        await using var desk = await Desk.OpenAsync();
        var reset = desk.Clock.GetUtcNow().ToUnixTimeSeconds() + 90;
        desk.GitHub.Refuse(Create, 1, FakeAnswer.Error(403, "API rate limit exceeded for installation.") with
        {
            Headers = new() { ["x-ratelimit-remaining"] = "0", ["x-ratelimit-reset"] = $"{reset}" },
        });
        await desk.PublishAsync();
        desk.Clock.Waits.ShouldHaveSingleItem().TotalSeconds.ShouldBeInRange(80, 91);
        desk.GitHub.Comments.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_rate_limit_that_says_nothing_is_given_a_minute_and_then_twice_as_long()
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Refuse(Create, 2, FakeAnswer.Error(403, "You have exceeded a secondary rate limit."));
        await desk.PublishAsync();
        desk.Clock.Waits.ShouldBe([TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)]);
        desk.GitHub.Comments.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_rate_limit_that_outlasts_patience_is_a_warning_at_once()
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Refuse(Create, 1, FakeAnswer.Error(403, "You have exceeded a secondary rate limit.") with { Headers = new() { ["retry-after"] = "3600" } });
        var report = await desk.PublishAsync();
        desk.Clock.Waits.ShouldBeEmpty();
        report.Warnings.ShouldHaveSingleItem().ShouldContain("rate limit lasts longer than is waited for");
    }

    [Fact]
    public async Task All_waiting_together_stays_within_patience()
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Refuse("", int.MaxValue, FakeAnswer.Error(429, "Slow down") with { Headers = new() { ["retry-after"] = "100" } });
        var report = await desk.PublishAsync();
        desk.Clock.Waits.Count.ShouldBe(3);
        report.Warnings.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_server_error_is_retried_with_growing_pauses()
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Refuse(Create, 2, FakeAnswer.Error(502, "Server Error"));
        var report = await desk.PublishAsync();
        desk.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)]);
        desk.GitHub.Comments.Count.ShouldBe(1);
        report.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_stays_broken_is_asked_a_bounded_number_of_times()
    {
        await using var desk = await Desk.OpenAsync();
        desk.GitHub.Refuse(Create, int.MaxValue, FakeAnswer.Error(503, "Unavailable"));
        var report = await desk.PublishAsync();
        desk.GitHub.Requests.Count(request => request == Create).ShouldBe(desk.Patience.Attempts);
        report.Warnings.ShouldHaveSingleItem().ShouldContain("GitHub answered 503, each time it was asked.");
    }

    [Fact]
    public async Task A_request_without_an_answer_is_sent_again()
    {
        await using var desk = await Desk.OpenAsync(new Patience { Request = TimeSpan.FromSeconds(1) });
        var slow = 1;
        desk.GitHub.Before = async (request, http) =>
        {
            if (request != Create || Interlocked.Decrement(ref slow) < 0) return null;
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return new FakeAnswer(500, null);
        };
        var report = await desk.PublishAsync();
        desk.GitHub.Comments.ShouldHaveSingleItem();
        report.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_comment_that_was_created_although_the_answer_failed_is_not_left_twice()
    {
        await using var desk = await Desk.OpenAsync();
        var lost = 1;
        desk.GitHub.Before = (request, _) =>
        {
            if (request != Create || Interlocked.Decrement(ref lost) < 0) return Task.FromResult<FakeAnswer?>(null);
            desk.GitHub.Has(12, Desk.Marker() + "\nlost");
            return Task.FromResult<FakeAnswer?>(FakeAnswer.Error(502, "Server Error"));
        };
        await desk.PublishAsync();
        desk.GitHub.Comments.ShouldHaveSingleItem().Body.ShouldEndWith(Desk.Publication.Summary);
    }

    [Fact]
    public async Task A_permission_that_is_missing_is_not_asked_for_twice()
    {
        await using var desk = await Desk.OpenAsync();
        var report = await desk.PublishAsync(job: desk.Job with { Token = new(FakeGitHub.ReadOnlyToken) });
        desk.Clock.Waits.ShouldBeEmpty();
        desk.GitHub.Writes.ShouldBe([Create, "POST /repos/octo/shop/check-runs", $"POST /repos/octo/shop/statuses/{Desk.Head}"]);
        report.Warnings.Count.ShouldBe(2);
        report.Warnings[0].ShouldContain("This token may not comment");
        report.Warnings[0].ShouldContain("two-step workflow in the README");
    }

    [Fact]
    public async Task Cancellation_ends_a_wait_and_is_the_only_thing_thrown()
    {
        await using var desk = await Desk.OpenAsync();
        using var cancellation = new CancellationTokenSource();
        desk.GitHub.Before = async (request, http) =>
        {
            if (request != Create) return null;
            await cancellation.CancelAsync();
            return FakeAnswer.Error(502, "Server Error");
        };
        await Should.ThrowAsync<OperationCanceledException>(() => desk.PublishAsync(ct: cancellation.Token));
    }
}

using PerfGate.Gate.Findings;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Tests.Findings;

public sealed class RequestsThatFail
{
    [Fact]
    public void Timeouts_are_found_with_endpoints_and_times()
    {
        var finding = Given.Run.Failing(
            Given.Failure("timed out after 30 s", 4),
            Given.Failure("expected 200, got connection timed out", 9, "/cart", "GET") with { FirstSeconds = 8, LastSeconds = 20 },
            Given.Failure("status 500", 70)).Look<Timeouts>().Single();

        finding.Evidence.ShouldBe(
            "13 requests failed, between second 6 and 20, with \"expected 200, got connection timed out\", \"timed out after 30 s\": GET /cart, POST /buy.");
        finding.Span().ShouldBe((6, 20));
    }

    [Fact]
    public void Timeouts_in_a_log_are_found_without_a_failed_request()
    {
        var finding = Given.Run.Saying("timeout", 5, line: "System.TimeoutException").Look<Timeouts>().Single();
        (finding.Title, finding.Span()).ShouldBe(("Services waited for something in vain", (7, 9)));
    }

    [Fact]
    public void Both_make_one_finding() =>
        Given.Run.Failing(Given.Failure("timed out after 30 s", 1)).Saying("timeout", 5).Look<Timeouts>().Single().Evidence
            .ShouldBe("1 request failed, between second 6 and 11, with \"timed out after 30 s\": POST /buy. The log of 'api' says so in 5 lines, between second 7 and 9: \"it went wrong\".");

    [Fact]
    public void Other_failures_and_those_of_the_warm_up_are_no_timeouts()
    {
        Given.Run.Failing(Given.Failure("status 500", 70), Given.Failure("connection refused", 3)).Look<Timeouts>().ShouldBeEmpty();
        Given.Run.Failing(Given.Failure("timed out after 30 s", 0) with { WarmUpCount = 7 }).Look<Timeouts>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("connection refused", true)]
    [InlineData("expected 200, got connection reset", true)]
    [InlineData("connection closed before the reply was complete", true)]
    [InlineData("redirect to http://elsewhere/ refused: only redirects within http://here/ are followed", false)]
    [InlineData("timed out after 30 s", false)]
    [InlineData("status 503", false)]
    public void Refused_connections_are_told_by_their_reason(string reason, bool found) =>
        Given.Run.Failing(Given.Failure(reason, 3)).Finds<ConnectionsRefused>().ShouldBe(found);

    [Fact]
    public void Refused_connections_are_found_with_their_time() =>
        Given.Run.Failing(Given.Failure("connection refused", 3)).Look<ConnectionsRefused>().Single().Span().ShouldBe((6, 11));

    [Fact]
    public void Status_429_is_found_with_its_share_of_each_endpoint()
    {
        var finding = Given.Run.Answering((200, 360), (429, 40)).Look<RateLimited>().Single();
        finding.Evidence.ShouldBe("40 of 6,400 requests were answered with status 429: POST /buy 10 % of theirs.");
        finding.Span().ShouldBe((5, 25));
    }

    [Fact]
    public void Where_each_429_failed_it_is_known_when() =>
        Given.Run.Answering((200, 360), (429, 40)).Failing(Given.Failure("expected 200, got 429", 40)).Look<RateLimited>().Single().Span().ShouldBe((6, 11));

    [Theory]
    [InlineData("status 429", true)]
    [InlineData("expected 200 or 201, got 429", true)]
    [InlineData("expected 429, got 200", false)]
    [InlineData("status 503", false)]
    public void A_record_without_statuses_tells_by_its_failures(string reason, bool found) =>
        (Given.Run with { Endpoints = [.. Given.Run.Endpoints.Select(e => e with { Statuses = null })] })
            .Failing(Given.Failure(reason, 40)).Finds<RateLimited>().ShouldBe(found);

    [Fact]
    public void Without_429_nobody_was_turned_away() => Given.Run.Answering((200, 300), (402, 100)).Look<RateLimited>().ShouldBeEmpty();
}

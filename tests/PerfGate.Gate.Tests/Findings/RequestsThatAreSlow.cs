using PerfGate.Gate.Findings;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Tests.Findings;

public sealed class RequestsThatAreSlow
{
    [Fact]
    public void Many_slow_requests_are_found_with_their_endpoints()
    {
        var finding = Slow(312, [At(6.2, "/buy"), At(9, "/cart"), At(12, "/buy"), At(21.7, "/buy")]).Look<SlowRequests>().Single();
        finding.Evidence.ShouldBe("312 of 6,450 requests, 4.84 %, took longer than 2,000 ms, between second 6 and 22: POST /buy 75 %, POST /cart 25 % of a sample of 4.");
        finding.Span().ShouldBe((6.2, 21.7));
    }

    [Theory]
    [InlineData(65, true)]
    [InlineData(64, false)]
    public void More_than_one_in_a_hundred_are_many(long total, bool found) => Slow(total, [At(7, "/buy")]).Finds<SlowRequests>().ShouldBe(found);

    [Fact]
    public void A_sample_that_holds_all_of_them_is_called_none() =>
        (Slow(2, [At(7, "/buy"), At(8, "/buy")]) with { Totals = new Totals(100, 0, 20) }).Look<SlowRequests>().Single().Evidence.ShouldEndWith(": POST /buy 100 %.");

    [Fact]
    public void Without_a_sample_the_number_is_still_known()
    {
        var finding = Slow(312, []).Look<SlowRequests>().Single();
        finding.Evidence.ShouldBe("312 of 6,450 requests, 4.84 %, took longer than 2,000 ms.");
        finding.Span().ShouldBe((null, null));
    }

    [Fact]
    public void A_record_that_did_not_keep_them_says_nothing() => Given.Run.Look<SlowRequests>().ShouldBeEmpty();

    // 6,400 measured requests and 50 of the warm-up.
    static RunRecord Slow(long total, SlowRequestRecord[] sample) => Given.Run with { SlowRequests = new SlowRequestsRecord(2_000_000, total, sample) };

    static SlowRequestRecord At(double second, string endpoint) => new(second, endpoint, "POST", 200, 10, 2_500_000, false);
}

using PerfGate.Environments.Logs;

namespace PerfGate.Environments.Tests.Logs;

public sealed class TallyingMoments
{
    static readonly DateTimeOffset Start = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_thousand_moments_are_told_exactly()
    {
        var tally = Filled(1000, TimeSpan.FromMilliseconds(7));

        tally.Since(Start.AddMilliseconds(7 * 400)).ShouldBe(
            new LogSpan(Start.AddMilliseconds(7 * 400), Start.AddMilliseconds(7 * 999), 600, "400"));
    }

    [Fact]
    public void A_million_moments_are_told_to_within_a_hundredth()
    {
        var tally = Filled(1_000_000, TimeSpan.FromMilliseconds(1));

        var all = tally.Since(Start).ShouldNotBeNull();
        all.ShouldBe(new LogSpan(Start, Start.AddMilliseconds(999_999), 1_000_000, "0"), "nothing is lost");
        var half = tally.Since(Start.AddMilliseconds(500_000)).ShouldNotBeNull();
        half.Count.ShouldBeInRange(500_000, 510_000);
        (half.First, half.Last).ShouldBe((Start.AddMilliseconds(500_000), Start.AddMilliseconds(999_999)));
    }

    [Fact]
    public void Any_number_at_one_moment_is_one_span()
    {
        var tally = Filled(5000, TimeSpan.Zero);

        tally.Since(Start).ShouldBe(new LogSpan(Start, Start, 5000, "0"));
    }

    [Fact]
    public void Moments_out_of_order_are_counted_too()
    {
        var tally = Filled(3000, TimeSpan.FromMilliseconds(1));
        tally.Add(Start.AddMilliseconds(-5), "earlier");

        tally.Since(DateTimeOffset.MinValue).ShouldBe(new LogSpan(Start.AddMilliseconds(-5), Start.AddMilliseconds(2999), 3001, "earlier"));
    }

    [Fact]
    public void Nothing_is_null() => new LogTally().Since(Start).ShouldBeNull();

    static LogTally Filled(int count, TimeSpan between)
    {
        var tally = new LogTally();
        for (var number = 0; number < count; number++)
        {
            tally.Add(Start + number * between, $"{number}");
        }

        return tally;
    }
}

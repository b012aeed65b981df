using PerfGate.Reporting.Charts;
using PerfGate.Statistics;

namespace PerfGate.Reporting.Tests.Charts;

public sealed class BinningDistributions
{
    [Fact]
    public void The_shares_add_up_to_one()
    {
        var histogram = Of(100, 250, 900, 5_000, 5_001, 80_000, 3_600_000_000);
        var (from, to) = DistributionBins.RangeOf(histogram)!.Value;
        DistributionBins.Of(histogram, from, to).Shares.Sum().ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Doubling_every_count_changes_nothing()
    {
        var once = Of(100, 250, 900);
        var twice = Of(100, 250, 900, 100, 250, 900);
        DistributionBins.Of(twice, 50, 2000).Shares.ShouldBe(DistributionBins.Of(once, 50, 2000).Shares);
    }

    [Fact]
    public void A_single_value_and_zero_have_a_range()
    {
        var (from, to) = DistributionBins.RangeOf(Of(0))!.Value;
        from.ShouldBeLessThan(to);
        DistributionBins.Of(Of(0), from, to).Shares.Sum().ShouldBe(1);
    }

    [Fact]
    public void Nothing_recorded_has_no_range() => DistributionBins.RangeOf(new HdrHistogram(), null).ShouldBeNull();

    static HdrHistogram Of(params long[] micros)
    {
        var histogram = new HdrHistogram();
        foreach (var value in micros) histogram.Record(value);
        return histogram;
    }
}

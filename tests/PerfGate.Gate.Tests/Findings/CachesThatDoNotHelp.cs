using PerfGate.Environments.Probes;
using PerfGate.Gate.Findings;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Tests.Findings;

public sealed class CachesThatDoNotHelp
{
    const double MiB = 1 << 20;

    [Fact]
    public void A_cache_that_seldom_hits_is_found()
    {
        var finding = Given.Run.With(Hitting(0.42, Given.Always(0.4))).Look<CacheMisses>().Single();
        finding.Evidence.ShouldBe("42 % of the key lookups of 'redis' were hits; it was asked in 20 of 20 samples, between second 5 and 25.");
        finding.Span().ShouldBe((5, 25));
    }

    [Theory]
    [InlineData(0.79, true)]
    [InlineData(0.8, false)]
    [InlineData(null, false)]
    public void Four_in_five_are_enough(double? share, bool found) =>
        Given.Run.With(Hitting(share, Given.Always(0.4))).Finds<CacheMisses>().ShouldBe(found);

    [Fact]
    public void A_cache_that_is_hardly_asked_is_none()
    {
        Given.Run.With(Hitting(0.4, Given.Each(second => second <= 22 ? null : 0.4))).Look<CacheMisses>().ShouldBeEmpty();
        Given.Run.With(Hitting(0.4, Given.Each(second => second <= 7 ? null : 0.4))).Look<CacheMisses>().ShouldHaveSingleItem("18 of 20 samples");
        Given.Run.With(Hitting(0.4, Given.Each(second => second <= 8 ? null : 0.4))).Look<CacheMisses>().ShouldBeEmpty("17 of 20 samples");
        (Given.Run with { Totals = new Totals(999, 0, 20) }).With(Hitting(0.4, Given.Always(0.4))).Look<CacheMisses>().ShouldBeEmpty();
        Given.Run.With(Given.Service("redis")).Look<CacheMisses>().ShouldBeEmpty();
    }

    [Fact]
    public void Evictions_are_found_with_the_room_there_was()
    {
        var finding = Given.Run.With(Redis(evicted: 1_204, used: 63 * MiB, limit: 64 * MiB)).Look<CacheEvictions>().Single();
        (finding.Title, finding.Evidence).ShouldBe(
            ("The cache drops what it could still serve", "'redis' evicted 1,204 keys while load was measured and used up to 63 MiB of the 64 MiB that it may, 98.4 %."));
    }

    [Theory]
    [InlineData(0.0, 0.9, true)]
    [InlineData(null, 0.9, true)]
    [InlineData(0.0, 0.89, false)]
    [InlineData(1.0, 0.1, true)]
    [InlineData(null, null, false)]
    public void Evictions_or_nine_tenths_of_the_memory_show_it(double? evicted, double? share, bool found) =>
        Given.Run.With(Redis(evicted, share * 100 * MiB, 100 * MiB)).Finds<CacheEvictions>().ShouldBe(found);

    [Fact]
    public void A_cache_without_a_limit_is_not_full()
    {
        Given.Run.With(Redis(evicted: 0, used: 63 * MiB, limit: null)).Look<CacheEvictions>().ShouldBeEmpty();
        Given.Run.With(Redis(evicted: 5, used: null, limit: null)).Look<CacheEvictions>().Single().Evidence.ShouldBe("'redis' evicted 5 keys while load was measured.");
        Given.Run.With(Given.Service("redis")).Look<CacheEvictions>().ShouldBeEmpty();
    }

    static ResourceRecord Hitting(double? share, IReadOnlyList<double?> values) =>
        Given.Service("redis") with { Metrics = [new MetricRecord("Key lookups that hit", "hits", MetricUnit.Count, MetricKind.Share, null, share, values)] };

    static ResourceRecord Redis(double? evicted, double? used, double? limit) => Given.Service("redis") with
    {
        Metrics =
        [
            new MetricRecord("Redis memory", "used", MetricUnit.Bytes, MetricKind.Gauge, limit, used, []),
            new MetricRecord("Keys evicted", "evicted", MetricUnit.Count, MetricKind.Rate, null, evicted, []),
        ],
    };
}

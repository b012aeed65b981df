using FsCheck.Fluent;

namespace PerfGate.Statistics.Tests;

/// <summary>Histograms written here and read by hdr-histogram-js now, and the other way round.</summary>
public sealed class Exchanging(AnotherImplementation other) : IClassFixture<AnotherImplementation>
{
    const int Histograms = 200;

    static readonly HdrHistogram[] Ours =
        [.. Micros.Lists.Generator.Sample(Histograms, 100).Select(values => Micros.Histogram(values))];

    [Fact]
    public async Task It_counts_as_many_values_as_we_do()
    {
        var theirs = await other.Read(Ours);
        theirs.Select(t => t.Total).ShouldBe(Ours.Select(o => o.Count));
    }

    [Fact]
    public async Task It_finds_every_quantile_in_the_bucket_in_which_we_find_it()
    {
        var theirs = await other.Read(Ours);
        foreach (var (histogram, read) in Ours.Zip(theirs))
            foreach (var (share, value) in ExchangedHistogram.Shares.Zip(read.Quantiles))
                // It gives the upper end of the bucket; ours never exceeds the largest value seen.
                HdrHistogram.IndexOf(histogram.QuantileMicros(share)).ShouldBe(HdrHistogram.IndexOf(value), $"{share} of {histogram.Encode()}");
    }

    [Fact]
    public async Task What_it_writes_again_has_every_count_that_we_wrote()
    {
        var theirs = await other.Read(Ours);
        foreach (var (histogram, read) in Ours.Zip(theirs)) HdrHistogram.Decode(read.Encoded).Buckets().ShouldBe(histogram.Buckets());
    }

    [Fact]
    public async Task A_merged_histogram_is_as_good_as_any()
    {
        var merged = new HdrHistogram();
        foreach (var histogram in Ours) merged.Add(histogram);
        var read = (await other.Read([merged])).ShouldHaveSingleItem();
        read.Total.ShouldBe(Ours.Sum(o => o.Count));
        HdrHistogram.Decode(read.Encoded).Buckets().ShouldBe(merged.Buckets());
    }
}

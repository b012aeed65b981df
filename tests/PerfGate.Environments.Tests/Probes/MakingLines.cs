using PerfGate.Environments.Probes;

namespace PerfGate.Environments.Tests.Probes;

public sealed class MakingLines
{
    static readonly ProbeMetric Hits = new("Hit rate", "hits", MetricUnit.Count, MetricKind.Share);
    static readonly ProbeMetric Misses = new("Hit rate", "misses", MetricUnit.Count, MetricKind.Rest);
    static readonly ProbeMetric Clients = new("Clients", "connected", MetricUnit.Count, MetricKind.Gauge);
    static readonly ProbeMetric MostClients = new("Clients", "maxclients", MetricUnit.Count, MetricKind.Limit);

    [Fact]
    public void A_gauge_is_drawn_as_read_and_comes_to_its_largest()
    {
        var samples = Of([Clients], [3], [null], [9], [4]);

        samples.Line(0).ShouldBe([3, null, 9, 4]);
        Figure(samples, 0).ShouldBe(9);
    }

    [Fact]
    public void A_rate_is_the_increase_per_second_and_comes_to_the_increase_of_the_span()
    {
        var samples = Of([ServiceMetrics.Cpu], [10], [10.5], [null], [12], [12]);

        samples.Line(0).ShouldBe([null, 0.5, null, null, 0]);
        samples.Figure(0, samples.Samples[1].Reading, samples.Samples[^1].Reading).ShouldBe(1.5);
    }

    [Fact]
    public void A_share_is_the_part_of_what_was_added_and_unknown_while_nothing_was()
    {
        var samples = Of([Hits, Misses], [100, 900], [103, 901], [103, 901], [103, 903]);

        samples.Line(0).ShouldBe([null, 0.75, null, 0]);
        Figure(samples, 0).ShouldBe(0.5);
    }

    [Fact]
    public void Events_are_counted_from_the_first_sample_even_when_the_service_began_anew()
    {
        var samples = new ProbeSamples("api", [ServiceMetrics.Restarts],
        [
            new(0, 0, new ProbeReading([2]) { Life = "a" }), new(1, 1, new ProbeReading([2]) { Life = "a" }), new(2, 2, new ProbeReading([3]) { Life = "b" }),
        ]);

        samples.Line(0).ShouldBe([null, 0, 1]);
        Figure(samples, 0).ShouldBe(1);
    }

    [Fact]
    public void A_limit_is_that_of_its_chart_as_it_was_read_last()
    {
        var samples = Of([Clients, MostClients, ServiceMetrics.Memory], [1, null, 5], [1, 100, 5], [1, 200, 5], [1, null, 5]);

        samples.Limit("Clients").ShouldBe(200);
        samples.Limit("Memory").ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_subtracted_across_two_lives_nor_from_a_counter_that_fell()
    {
        var first = new ProbeReading([5]) { Life = "a" };

        new ProbeReading([6]) { Life = "a" }.Increase(first, 0).ShouldBe(1);
        new ProbeReading([6]) { Life = "b" }.Increase(first, 0).ShouldBeNull();
        new ProbeReading([4]) { Life = "a" }.Increase(first, 0).ShouldBeNull();
        ProbeReading.Nothing("gone").Increase(first, 0).ShouldBeNull();
    }

    [Fact]
    public void Without_a_beginning_what_is_a_difference_is_unknown_and_the_rest_is_not()
    {
        var samples = Of([ServiceMetrics.Cpu, Clients], [10, 3], [11, 4]);

        samples.Figure(0, begin: null, samples.Samples[^1].Reading).ShouldBeNull();
        samples.Figure(1, begin: null, samples.Samples[^1].Reading).ShouldBe(4);
    }

    [Fact]
    public void A_thinned_series_keeps_its_peaks_its_beginning_and_what_its_counters_came_to()
    {
        var samples = Of([ServiceMetrics.Cpu, Clients], [10, 3], [11, 90], [12, 4], [13, null], [], [15, 8]);

        var half = samples with { Samples = [.. SampleThinning.Halve(samples.Samples, samples.Metrics)] };

        half.Samples.Select(sample => (sample.Second, sample.At)).ShouldBe([(0, 0), (1, 2), (3, 3), (5, 5)]);
        half.Line(0).ShouldBe([null, 1, 1, 1]);
        half.Line(1).ShouldBe([3, 90, null, 8]);
        (Figure(half, 0), Figure(half, 1)).ShouldBe((5, 90));
    }

    static double? Figure(ProbeSamples samples, int metric) =>
        samples.Figure(metric, samples.Samples[0].Reading, samples.Samples[^1].Reading);

    static ProbeSamples Of(ProbeMetric[] metrics, params double?[][] values) =>
        new("api", metrics, [.. values.Select((row, second) => new ProbeSample(second, second, new ProbeReading(row)))]);
}

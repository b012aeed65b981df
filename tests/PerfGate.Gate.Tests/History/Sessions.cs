using PerfGate.Gate.History;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Statistics;

namespace PerfGate.Gate.Tests.History;

/// <summary>Runs of one build in sessions that differ, made from one run by factors: a history is cheap to make that way.</summary>
internal static class Sessions
{
    static readonly RunRecord Typical = Samples.Typical();

    /// <summary>The run of a place in time.</summary>
    public static string Id(int place) => $"20270101-{place:000000}-0000";

    /// <summary>A run in which every metric is larger by a factor of its own; throughput too.</summary>
    public static RunRecord Run(int place, Func<double> factor) => Typical with
    {
        RunId = Id(place),
        Commit = $"{place:0000000}9abcdef",
        StartedAt = Samples.Start.AddDays(place),
        Overall = Scaled(Typical.Overall!, factor),
        Endpoints = [.. Typical.Endpoints.Select(e => Scaled(e, factor))],
        Resources = [Used("api", 400 * factor()), Used("database", 100) with { IsStore = true }],
    };

    /// <summary>The same factor for all of it.</summary>
    public static RunRecord Run(int place, double factor = 1) => Run(place, () => factor);

    /// <summary>A history whose sessions differ by a standard deviation of the logarithm, each metric for itself.</summary>
    public static List<RunRecord> Noisy(int count, double deviation = 0.02, int seed = 1)
    {
        var factor = Noise(deviation, seed);
        return [.. Enumerable.Range(0, count).Select(place => Run(place, factor))];
    }

    /// <summary>Factors around 1.</summary>
    public static Func<double> Noise(double deviation, int seed)
    {
        var random = new Random(seed);
        return () => Math.Exp(deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
    }

    public static GateResult Judged(IReadOnlyList<RunRecord> history, RunRecord run, bool strict = false) => Judge.Decide(
        run,
        new(history.Count == 0 ? null : history[^1], [], []) { History = [.. history.Select(RunValues.Of)] },
        new JudgeSettings { Strict = strict });

    public static Comparison Of(IEnumerable<Comparison> comparisons, string metric, string endpoint = EndpointRecord.AllRequests) =>
        comparisons.Single(c => c.Endpoint == endpoint && c.Metric == metric);

    public static ResourceRecord Used(string service, double? cpuMicros) => new(service, 1, cpuMicros, null, [], [], []);

    /// <summary>The median on the logarithm.</summary>
    public static double Middle(IEnumerable<double> values) => Math.Exp(Median.Of(values.Select(value => Math.Log(value))));

    static EndpointRecord Scaled(EndpointRecord e, Func<double> factor) => e with
    {
        P50Micros = (long)(e.P50Micros * factor()),
        P95Micros = (long)(e.P95Micros * factor()),
        P99Micros = (long)(e.P99Micros * factor()),
        RequestsPerSecond = e.RequestsPerSecond * factor(),
    };
}

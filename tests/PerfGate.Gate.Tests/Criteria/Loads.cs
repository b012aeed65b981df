using PerfGate.Environments.Probes;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;
using PerfGate.Statistics;

namespace PerfGate.Gate.Tests.Criteria;

/// <summary>Runs in which so many users ran at a time, and services that were sampled once a second meanwhile.</summary>
internal static class Loads
{
    const int RampSeconds = 5;

    /// <summary>A ramp of 5 s that is not measured, and then an even load.</summary>
    public static RunRecord Even(int seconds, int users = 100) => Steps(seconds, (users, 10_000, 0));

    /// <summary>Several numbers of users, each reached by a ramp of 5 s that is not measured.</summary>
    /// <param name="seconds">How long each is held.</param>
    /// <param name="steps">Users, the response time of each of 1,000 requests, and how many of those failed.</param>
    public static RunRecord Steps(int seconds, params (int Users, long Micros, long Failures)[] steps)
    {
        var stages = new List<StageRecord>();
        var running = new List<int>();
        foreach (var (users, micros, failures) in steps)
        {
            var from = running.LastOrDefault();
            stages.Add(new StageRecord($"to {users}", true, running.Count, RampSeconds, users, []));
            running.AddRange(Enumerable.Range(1, RampSeconds).Select(s => from + (users - from) * s / RampSeconds));
            stages.Add(new StageRecord($"hold {users}", false, running.Count, seconds, users, [Endpoint("/cart", 1_000, micros, seconds, failures)]));
            running.AddRange(Enumerable.Repeat(users, seconds));
        }

        return Of(stages, running);
    }

    /// <summary>Several rates of arrivals, each reached by a ramp of 5 s that is not measured; a pool of 100 users serves them.</summary>
    /// <param name="seconds">How long each is held.</param>
    /// <param name="steps">Arrivals per second, the response time of each of 1,000 requests, and how many arrivals were dropped.</param>
    public static RunRecord Rates(int seconds, params (double Rate, long Micros, long Dropped)[] steps)
    {
        const int Pool = 100;
        var stages = new List<StageRecord>();
        var (at, from) = (0, 0.0);
        foreach (var (rate, micros, dropped) in steps)
        {
            stages.Add(new StageRecord($"to {rate}/s", true, at, RampSeconds, Pool, []) { StartRate = from, Rate = rate, Arrivals = (long)((from + rate) / 2 * RampSeconds), Dropped = 0 });
            stages.Add(new StageRecord($"hold {rate}/s", false, at + RampSeconds, seconds, Pool, [Endpoint("/cart", 1_000, micros, seconds)])
            {
                StartRate = rate,
                Rate = rate,
                Arrivals = (long)(rate * seconds),
                Dropped = dropped,
            });
            (at, from) = (at + RampSeconds + seconds, rate);
        }

        var run = Of(stages, [.. Enumerable.Repeat(Pool, at)]);
        return run with { Generator = run.Generator with { Arrivals = stages.Sum(s => s.Arrivals), Dropped = stages.Sum(s => s.Dropped!.Value) } };
    }

    public static RunRecord Of(IReadOnlyList<StageRecord> stages, IReadOnlyList<int> running)
    {
        var zeros = running.Select(_ => 0L).ToList();
        var none = running.Select(_ => (long?)null).ToList();
        return Samples.Typical() with
        {
            DurationSeconds = running.Count,
            Stages = stages,
            Series = new SeriesRecord([.. Enumerable.Range(0, running.Count)], running, new SeriesColumns(zeros, zeros, none, none, none), []),
        };
    }

    public static EndpointRecord Endpoint(string name, long requests, long micros, double seconds, long failures = 0, string method = "GET")
    {
        var times = new HdrHistogram();
        times.Record(micros, requests);
        return EndpointMerge.Describe(new EndpointCounts(name, method, requests, failures, 0, null), times, times, connect: null, seconds);
    }

    /// <summary>A service with a memory in MiB at each second of a run.</summary>
    public static RunRecord WithMemory(this RunRecord run, string service, Func<double, double?> mebibytes)
    {
        var seconds = Seconds(run);
        var bytes = seconds.Select(s => mebibytes(s) is { } m ? (long?)(m * (1 << 20)) : null).ToList();
        return run with { Resources = [.. run.Resources, new ResourceRecord(service, null, null, bytes.Max(), seconds, [.. seconds.Select(_ => (double?)null)], bytes)] };
    }

    /// <summary>A database with a number of connections at each second of a run.</summary>
    public static RunRecord WithConnections(this RunRecord run, Func<double, double?> connections, double? limit = 100, double? figure = null)
    {
        var seconds = Seconds(run);
        List<double?> values = [.. seconds.Select(connections)];
        var metric = new MetricRecord("PostgreSQL connections", "all", MetricUnit.Count, MetricKind.Gauge, limit, figure ?? values.Max(), values);
        var store = new ResourceRecord("postgres", null, null, null, seconds, [.. seconds.Select(_ => (double?)null)], [.. seconds.Select(_ => (long?)null)])
        {
            IsStore = true,
            Metrics = [metric with { Name = "active", Values = [.. seconds.Select(_ => (double?)99)] }, metric],
        };
        return run with { Resources = [.. run.Resources, store] };
    }

    /// <summary>The same every time: noise with a standard deviation of 1 that remembers a share of itself from second to second.</summary>
    public static Func<double, double> Noise(int seed, double memory = 0.9)
    {
        var random = new Random(seed);
        var now = 0.0;
        return _ =>
        {
            var fresh = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            return now = memory * now + Math.Sqrt(1 - memory * memory) * fresh;
        };
    }

    static IReadOnlyList<double> Seconds(RunRecord run) => [.. Enumerable.Range(0, (int)run.DurationSeconds).Select(s => s + 0.25)];
}

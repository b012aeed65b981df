using PerfGate.Load.Results;
using PerfGate.Statistics;

namespace PerfGate.Load.Recording;

/// <summary>Owns every histogram and count of a run. One thread at a time, which is the <see cref="Recorder"/>'s care.</summary>
internal sealed class Collector
{
    const int LongestSeries = 3600;

    readonly StageMap stages;
    readonly EndpointTable endpoints;
    readonly ReasonTable reasons;
    readonly ByEndpoint<EndpointTally>[] byStage;
    readonly HdrHistogram?[] lagByStage;
    readonly Dictionary<(int Endpoint, int Reason), FailureTally> failures = [];
    readonly LastSecond lastSecond = new();
    readonly SeriesBook series;
    readonly SlowBook slow;

    public Collector(StageMap stages, EndpointTable endpoints, ReasonTable reasons, SlowBook slow)
    {
        this.stages = stages;
        this.endpoints = endpoints;
        this.reasons = reasons;
        this.slow = slow;
        byStage = [.. Enumerable.Range(0, stages.Count).Select(_ => new ByEndpoint<EndpointTally>())];
        lagByStage = new HdrHistogram?[stages.Count];
        SecondsPerEntry = (int)Math.Max(1, (stages.ProfileMicros / 1_000_000 + LongestSeries - 1) / LongestSeries);
        series = new SeriesBook(endpoints, SecondsPerEntry);
    }

    /// <summary>1 for runs up to an hour; more for longer ones, so that the series does not outgrow the memory.</summary>
    public int SecondsPerEntry { get; }

    public long Requests { get; private set; }

    public long FailureCount { get; private set; }

    public HdrHistogram Lag { get; } = new();

    /// <summary>What <see cref="Lag"/> is of one stage; null when nothing was due in it.</summary>
    public HdrHistogram? LagOf(int stage) => lagByStage[stage];

    public void Take(in Sample sample)
    {
        if (sample.Endpoint == Sample.Lag)
        {
            Lag.Record(sample.ResponseMicros);
            (lagByStage[sample.Stage] ??= new HdrHistogram()).Record(sample.ResponseMicros);
            return;
        }

        Requests++;
        byStage[sample.Stage][sample.Endpoint].Take(in sample);
        series.Take(in sample);
        lastSecond.Take(in sample);
        slow.Take(in sample);
        if (sample.Failed) TakeFailure(in sample);
    }

    public void CompleteSeconds(long now, int users) => series.CompleteUntil(now, users);

    public SecondStatistics Last(long now) => lastSecond.At(now);

    public IReadOnlyList<SecondEndpointResult> SoFar(int stage) =>
        [.. byStage[stage].Named(endpoints).Select(e => new SecondEndpointResult(e.Key.Name, e.Key.Method, e.Item.Statistics))];

    public IReadOnlyList<EndpointResult> Endpoints(int stage) =>
        [.. byStage[stage].Named(endpoints).Select(e => e.Item.Result(e.Key))];

    public IReadOnlyList<SecondResult> Series(long now, int users) => series.Finish(now, users);

    /// <summary>The failures, most frequent first.</summary>
    public IReadOnlyList<FailureGroup> Failures() =>
        [.. failures
            .Select(f => Group(endpoints[f.Key.Endpoint], reasons[f.Key.Reason], f.Value))
            .OrderByDescending(g => g.Count + g.WarmUpCount)
            .ThenBy(g => g.First)];

    public SlowRequests SlowRequests() => slow.Result(endpoints);

    void TakeFailure(in Sample sample)
    {
        FailureCount++;
        var key = (sample.Endpoint, sample.Reason);
        if (!failures.TryGetValue(key, out var tally)) failures[key] = tally = new FailureTally();
        tally.Take(sample.CompletedMicros, stages[sample.Stage].WarmUp);
    }

    static FailureGroup Group(EndpointKey endpoint, string reason, FailureTally tally) =>
        new(endpoint.Name, endpoint.Method, reason, tally.Count, tally.WarmUpCount,
            TimeSpan.FromMicroseconds(tally.FirstMicros), TimeSpan.FromMicroseconds(tally.LastMicros));
}

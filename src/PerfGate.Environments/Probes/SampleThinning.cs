namespace PerfGate.Environments.Probes;

/// <summary>Halves the samples of a long run, so that memory and records stay bounded however long it is.</summary>
internal static class SampleThinning
{
    /// <summary>
    /// The first as it was, for what is counted from it; of every two after it one: counters as they were last, and of a gauge
    /// the larger, so that no peak is lost.
    /// </summary>
    public static IEnumerable<ProbeSample> Halve(IReadOnlyList<ProbeSample> samples, IReadOnlyList<ProbeMetric> metrics) =>
        samples.Take(1).Concat(samples.Skip(1).Chunk(2).Select(pair => pair is [var one, var other] ? Join(one, other, metrics) : pair[0]));

    static ProbeSample Join(ProbeSample one, ProbeSample other, IReadOnlyList<ProbeMetric> metrics)
    {
        var last = other.Reading.Values.Count > 0 ? other : one;
        var values = last.Reading.Values.Select((value, at) => metrics[at].Kind == MetricKind.Gauge
            ? Larger(one.Reading.Value(at), other.Reading.Value(at))
            : value);
        return last with { Second = one.Second, Reading = last.Reading with { Values = [.. values] } };
    }

    static double? Larger(double? one, double? other) => one is null || other > one ? other : one;
}

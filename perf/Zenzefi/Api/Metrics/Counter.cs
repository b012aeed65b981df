using System.Collections.Concurrent;

namespace Zenzefi.Api.Metrics;

/// <summary>Counts events, apart for each combination of label values.</summary>
internal sealed class Counter(string name, string help, params string[] labels) : IMetricFamily
{
    readonly ConcurrentDictionary<LabelValues, StrongCount> counts = [];

    public void Add() => Add(new LabelValues("", "", ""));

    public void Add(string first) => Add(new LabelValues(first, "", ""));

    public void Add(string first, string second) => Add(new LabelValues(first, second, ""));

    public void Add(string first, string second, string third) => Add(new LabelValues(first, second, third));

    public void WriteTo(PrometheusText text)
    {
        text.Family(name, "counter", help);
        if (labels.Length == 0)
        {
            text.Sample(name, counts.Values.Sum(count => count.Value));
            return;
        }

        foreach (var (values, count) in counts.OrderBy(pair => pair.Key))
        {
            text.Sample(name, count.Value, values.With(labels));
        }
    }

    void Add(LabelValues values) => counts.GetOrAdd(values, static _ => new StrongCount()).Increment();

    sealed class StrongCount
    {
        long value;

        public long Value => Interlocked.Read(ref value);

        public void Increment() => Interlocked.Increment(ref value);
    }
}

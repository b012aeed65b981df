using System.Globalization;

namespace Zenzefi.Api.Metrics;

/// <summary>Durations in fixed buckets, in seconds.</summary>
internal sealed class Histogram(double[] bounds)
{
    readonly long[] counts = new long[bounds.Length + 1];
    long sumTicks;

    public void Observe(TimeSpan duration)
    {
        var bucket = Array.FindIndex(bounds, bound => duration.TotalSeconds <= bound);
        Interlocked.Increment(ref counts[bucket < 0 ? bounds.Length : bucket]);
        Interlocked.Add(ref sumTicks, duration.Ticks);
    }

    public void WriteSamples(PrometheusText text, string name, params (string Name, string Value)[] labels)
    {
        var total = 0L;
        for (var i = 0; i <= bounds.Length; i++)
        {
            total += Interlocked.Read(ref counts[i]);
            var bound = i < bounds.Length ? bounds[i].ToString("R", CultureInfo.InvariantCulture) : "+Inf";
            text.Sample($"{name}_bucket", total, [.. labels, ("le", bound)]);
        }

        text.Sample($"{name}_sum", TimeSpan.FromTicks(Interlocked.Read(ref sumTicks)).TotalSeconds, labels);
        text.Sample($"{name}_count", total, labels);
    }
}

using PerfGate.Load.Results;
using PerfGate.Statistics;

namespace PerfGate.Load.Recording;

/// <summary>What completed in one span of time; cleared and used again.</summary>
internal sealed class SecondTally
{
    readonly HdrHistogram response = new();
    long failures;
    long bytes;

    /// <summary>A span in which nothing completed: no percentiles, not percentiles of zero.</summary>
    public static SecondStatistics Nothing { get; } = new(0, 0, null, null, null);

    public bool IsEmpty => response.Count == 0;

    public SecondStatistics Statistics => Of(response, failures, bytes);

    public void Take(in Sample sample)
    {
        response.Record(sample.ResponseMicros);
        if (sample.Failed) failures++;
        bytes += sample.Bytes;
    }

    public void Clear()
    {
        response.Clear();
        failures = 0;
        bytes = 0;
    }

    public static SecondStatistics Of(HdrHistogram response, long failures, long bytes) =>
        response.Count == 0
            ? Nothing
            : new SecondStatistics(
                response.Count, failures,
                response.QuantileMicros(0.5), response.QuantileMicros(0.95), response.QuantileMicros(0.99))
            {
                Bytes = bytes,
            };
}

using PerfGate.Load.Results;

namespace PerfGate.Load.Scheduling;

/// <summary>Says when an <see cref="ErrorRateLimit"/> is reached, second by second.</summary>
internal sealed class ErrorWatch(ErrorRateLimit limit)
{
    int seconds;

    /// <summary>Takes the next second; says why to stop, or null.</summary>
    public string? See(SecondStatistics second)
    {
        if (second.Requests > 0)
            seconds = (double)second.Failures / second.Requests > limit.Rate ? seconds + 1 : 0;
        return seconds < limit.During.TotalSeconds
            ? null
            : FormattableString.Invariant($"more than {limit.Rate * 100:0.###} % of the requests failed in each of {seconds} seconds");
    }
}

using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>Failures came together in a small part of the run: something happened then, and not all along.</summary>
internal sealed class ErrorBurst : IFindingRule
{
    // Enough failures to speak of, nearly all of them, in at most a fifth of the time.
    const long FewestFailures = 10;
    const double NearlyAll = 0.9;
    const double SmallPart = 0.2;

    public IEnumerable<Finding> Look(RunRecord run)
    {
        var (seconds, failures) = (run.Series.Second, run.Series.All.Failures);
        var all = failures.Sum();
        var longest = (int)(seconds.Count * SmallPart);
        if (all < FewestFailures || longest < 1) yield break;

        var (first, last) = Shortest(failures, (long)Math.Ceiling(all * NearlyAll));
        if (last - first + 1 > longest) yield break;
        var within = failures.Skip(first).Take(last - first + 1).Sum();
        var (from, to) = (seconds[first], seconds[last] + run.Series.SecondsPerPoint);
        yield return new Finding(
            "error-burst",
            "Failures came in one burst",
            $"{within} of {Words.Count(all, "failure")} fell between second {from} and {to} of {seconds[^1] + run.Series.SecondsPerPoint}.",
            "Look at the logs of that moment: a restart, a failover, a timeout of a pool, or a limit that was reached.")
        {
            Meaning = "Something happened at that moment: the rest of the time the system answered well.",
            FromSeconds = from,
            ToSeconds = to,
        };
    }

    // The shortest span of seconds with at least so many failures.
    static (int First, int Last) Shortest(IReadOnlyList<long> failures, long wanted)
    {
        var best = (First: 0, Last: failures.Count - 1);
        var (first, sum) = (0, 0L);
        for (var last = 0; last < failures.Count; last++)
        {
            sum += failures[last];
            for (; sum - failures[first] >= wanted; first++) sum -= failures[first];
            if (sum >= wanted && last - first < best.Last - best.First) best = (first, last);
        }

        return best;
    }
}

using PerfGate.Gate.Records;

namespace PerfGate.Gate.Criteria;

/// <summary>
/// The longest time of a run in which the number of users stood still; in an open stage that is the pool, which does. With more users a system takes more memory and more
/// connections, and that is no leak: what climbs is looked for in here only.
/// </summary>
/// <param name="From">Its first second.</param>
/// <param name="To">Its last second.</param>
/// <param name="Users">How many users ran.</param>
internal sealed record SteadyLoad(double From, double To, int Users)
{
    const double Band = 0.05;

    /// <summary>How long it lasted, in seconds.</summary>
    public double Seconds => To - From;

    /// <summary>The longest such time within measured stages; null when there was none.</summary>
    public static SteadyLoad? Longest(RunRecord run)
    {
        var spans = new List<SteadyLoad>();
        SteadyLoad? open = null;
        for (var at = 0; at < run.Series.Second.Count; at++)
        {
            var (from, to) = (run.Series.Second[at], Math.Min(run.Series.Second[at] + run.Series.SecondsPerPoint, Math.Max(run.DurationSeconds, run.Series.Second[at])));
            open = Wanted(run, (from + to) / 2, run.Series.Users[at]) is not { } users || !IsNear(run.Series.Users[at], users) ? null
                : open is not null && open.Users == users ? open with { To = to }
                : new SteadyLoad(from, to, users);
            if (open is not null) spans.Add(open);
        }

        return spans.MaxBy(span => span.Seconds);
    }

    // One user more or less is not another load.
    static bool IsNear(int users, int wanted) => Math.Abs(users - wanted) <= Math.Max(1, wanted * Band);

    static int? Wanted(RunRecord run, double second, int running) => run.Stages
        .FirstOrDefault(s => !s.WarmUp && second >= s.StartSeconds && second < s.StartSeconds + s.DurationSeconds) switch
        {
            { Rate: not null } => running,
            { Users: > 0 } closed => closed.Users,
            _ => null,
        };
}

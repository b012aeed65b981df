namespace PerfGate.Load.Profiles;

/// <summary>
/// The cumulative number of arrivals of a profile over time, A(t), and its inverse. Closed stages add nothing to it. A is
/// piecewise quadratic, so both are exact but for rounding.
/// </summary>
public sealed class ArrivalCurve
{
    readonly IReadOnlyList<Stage> stages;
    readonly double[] starts;
    readonly double[] before;

    internal ArrivalCurve(IReadOnlyList<Stage> stages)
    {
        this.stages = stages;
        starts = new double[stages.Count];
        before = new double[stages.Count];
        foreach (var (index, stage) in stages.Index())
        {
            (starts[index], before[index]) = (Seconds, Total);
            Seconds += stage.Duration.TotalSeconds;
            Total += stage.Arrivals?.CountBy(double.PositiveInfinity, stage.Duration.TotalSeconds) ?? 0;
        }
    }

    /// <summary>All arrivals of the profile; not a whole number as a rule.</summary>
    public double Total { get; }

    double Seconds { get; }

    /// <summary>A(t): how many have arrived at a moment after the start of the profile.</summary>
    /// <param name="seconds">Since the profile began.</param>
    public double CountBy(double seconds)
    {
        for (var i = stages.Count - 1; i >= 0; i--)
            if (seconds >= starts[i])
                return before[i] + (stages[i].Arrivals?.CountBy(seconds - starts[i], stages[i].Duration.TotalSeconds) ?? 0);
        return 0;
    }

    /// <summary>
    /// The first moment at which so many have arrived, in seconds after the start of the profile; its end when there are never
    /// so many.
    /// </summary>
    public double WhenBy(double count)
    {
        for (var i = 0; i < stages.Count; i++)
            if (stages[i].Arrivals is { } arrivals && count <= (i + 1 < before.Length ? before[i + 1] : Total))
                return starts[i] + arrivals.WhenBy(count - before[i], stages[i].Duration.TotalSeconds);
        return Seconds;
    }
}

namespace PerfGate.Load.Profiles;

/// <summary>How load changes over time: stages, one after the other. Pure data; the engine executes it.</summary>
/// <param name="Name">The name given on the command line.</param>
/// <param name="Stages">At least one, in order; closed and open ones may follow each other.</param>
public sealed record Profile(string Name, IReadOnlyList<Stage> Stages)
{
    /// <summary>Where nothing else is said, a pool has at least this many users.</summary>
    public const int SmallestPool = 10;

    /// <summary>Where nothing else is said, a pool has at most this many users.</summary>
    public const int LargestPool = 2000;

    // An arrival keeps its user for the time of its task, so rate x time of them are busy (Little's law). Tasks of two seconds
    // are slow already.
    const double SecondsAUserIsBusy = 2;

    /// <summary>How many users wait for the arrivals of open stages; null: as many as <see cref="PoolUsers"/> says.</summary>
    public int? Pool { get; init; }

    /// <summary>
    /// Whether arrivals come at random like independent people (a Poisson process whose rate follows the stages), rather than
    /// evenly.
    /// </summary>
    public bool Poisson { get; init; }

    /// <summary>
    /// Whether load is raised to find where the system breaks: it ends after the first measured stage in which a critical limit
    /// is missed, and that stage is the answer, not a failure.
    /// </summary>
    public bool UntilItBreaks { get; init; }

    /// <summary>How long all stages take together.</summary>
    public TimeSpan Duration => Stages.Aggregate(TimeSpan.Zero, (sum, stage) => sum + stage.Duration);

    /// <summary>Whether any stage is open.</summary>
    public bool HasArrivals => Stages.Any(s => s.Arrivals is not null);

    /// <summary>The highest rate of arrivals per second; 0 without open stages.</summary>
    public double PeakRate => Stages.Max(s => s.Arrivals?.PeakRate ?? 0);

    /// <summary>
    /// The users of the pool that serves arrivals: <see cref="Pool"/>, or else what the peak rate needs when tasks take 2 s, at
    /// least 10 and at most 2,000; 0 without open stages.
    /// </summary>
    public int PoolUsers => !HasArrivals ? 0 : Pool ?? (int)Math.Clamp(Math.Ceiling(PeakRate * SecondsAUserIsBusy), SmallestPool, LargestPool);

    /// <summary>The most users there are at any time: those of closed stages, and the pool, which is there all the time.</summary>
    public int PeakUsers => PeakOfClosed + PoolUsers;

    int PeakOfClosed => Stages.Max(s => s.PeakUsers);

    /// <summary>The arrivals of all stages over time.</summary>
    public ArrivalCurve Arrivals() => new(Stages);

    /// <summary>The number of users that closed stages want at a moment after the start of the profile.</summary>
    public int UsersAt(TimeSpan sinceStart)
    {
        foreach (var stage in Stages)
        {
            if (sinceStart < stage.Duration) return stage.UsersAt(sinceStart);
            sinceStart -= stage.Duration;
        }

        return Stages[^1].ToUsers;
    }

    /// <summary>Everything that keeps the profile from being run, in sentences; empty when it is fine.</summary>
    public IEnumerable<string> Problems()
    {
        if (Stages.Count == 0)
        {
            yield return $"Profile '{Name}' has no stage.";
            yield break;
        }

        var ofStages = Stages.SelectMany(s => s.Problems(Name)).ToList();
        foreach (var problem in ofStages)
            yield return problem;
        if (Pool < 1)
            yield return $"The pool of profile '{Name}' has {Pool} users; it has at least 1.";
        if (ofStages.Count == 0 && NeverLoads() is { } nothing)
            yield return nothing;
        if (Stages.All(s => s.WarmUp))
            yield return $"Profile '{Name}' measures nothing: every stage is a warm-up.";
    }

    /// <summary>The same profile with every duration multiplied, so that a soak can be tried in minutes. Rates stay.</summary>
    /// <param name="factor">More than zero.</param>
    public Profile ScaledInTime(double factor)
    {
        if (!(factor > 0) || double.IsInfinity(factor))
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "A time scale is a number above zero.");
        return this with { Stages = [.. Stages.Select(s => s with { Duration = s.Duration * factor })] };
    }

    /// <summary>
    /// The same profile with every number of users scaled so that its peak is <paramref name="peak"/> (at least 1). Of open
    /// stages that is the pool; their rates stay.
    /// </summary>
    public Profile ScaledToPeak(int peak)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(peak, 1);
        var factor = (double)peak / PeakUsers;
        int Scale(int users) => users == 0 ? 0 : Math.Max(1, (int)Math.Round(users * factor, MidpointRounding.AwayFromZero));
        return this with
        {
            Stages = [.. Stages.Select(s => s.WithUsers(Scale))],
            Pool = HasArrivals ? Scale(PoolUsers) : Pool,
        };
    }

    /// <summary>
    /// The same profile with the rates of its open stages scaled so that the highest is <paramref name="peak"/> arrivals per
    /// second. A pool that was not set grows or shrinks with it.
    /// </summary>
    /// <exception cref="InvalidOperationException">No stage is open.</exception>
    public Profile ScaledToRate(double peak)
    {
        if (!(peak > 0 && Profiles.Arrivals.IsRate(peak)))
            throw new ArgumentOutOfRangeException(nameof(peak), peak, $"A rate lies above zero and up to {Profiles.Arrivals.HighestRate:N0} per second.");
        if (PeakRate <= 0)
            throw new InvalidOperationException($"Profile '{Name}' has no rate of arrivals to scale: all of its stages are closed.");
        var factor = peak / PeakRate;
        return this with
        {
            Stages = [.. Stages.Select(s => s.Arrivals is not { } a ? s : s with { Arrivals = new(Scale(a.FromRate), Scale(a.ToRate)) })],
        };

        // The peak itself is hit exactly, whatever the factor is rounded to.
        double Scale(double rate) => rate >= PeakRate ? peak : rate * factor;
    }

    string? NeverLoads()
    {
        if (PeakOfClosed > 0) return null;
        if (!HasArrivals) return $"Profile '{Name}' never has a user.";
        // The first of evenly spread arrivals is due when half a one has come.
        return Arrivals().Total is <= 0.5 and var total ? $"Profile '{Name}' never has an arrival: its rates add up to {total:0.###}." : null;
    }
}

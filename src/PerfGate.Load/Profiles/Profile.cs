namespace PerfGate.Load.Profiles;

/// <summary>How load changes over time: stages, one after the other. Pure data; the engine executes it.</summary>
/// <param name="Name">The name given on the command line.</param>
/// <param name="Stages">At least one, in order.</param>
public sealed record Profile(string Name, IReadOnlyList<Stage> Stages)
{
    /// <summary>How long all stages take together.</summary>
    public TimeSpan Duration => Stages.Aggregate(TimeSpan.Zero, (sum, stage) => sum + stage.Duration);

    /// <summary>The most users wanted at any time.</summary>
    public int PeakUsers => Stages.Max(s => Math.Max(s.FromUsers, s.ToUsers));

    /// <summary>The number of users wanted at a moment after the start of the profile.</summary>
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
            yield return $"Profile '{Name}' has no stage.";
        foreach (var stage in Stages.Where(s => s.Duration <= TimeSpan.Zero))
            yield return $"Stage '{stage.Name}' of profile '{Name}' lasts {stage.Duration}; a stage lasts more than zero.";
        foreach (var stage in Stages.Where(s => s.FromUsers < 0 || s.ToUsers < 0))
            yield return $"Stage '{stage.Name}' of profile '{Name}' goes from {stage.FromUsers} to {stage.ToUsers} users; "
                + "a number of users is not negative.";
        if (Stages.Count > 0 && Stages.All(s => s is { FromUsers: 0, ToUsers: 0 }))
            yield return $"Profile '{Name}' never has a user.";
        if (Stages.Count > 0 && Stages.All(s => s.WarmUp))
            yield return $"Profile '{Name}' measures nothing: every stage is a warm-up.";
    }

    /// <summary>The same profile with every duration multiplied, so that a soak can be tried in minutes.</summary>
    /// <param name="factor">More than zero.</param>
    public Profile ScaledInTime(double factor)
    {
        if (!(factor > 0) || double.IsInfinity(factor))
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "A time scale is a number above zero.");
        return this with { Stages = [.. Stages.Select(s => s with { Duration = s.Duration * factor })] };
    }

    /// <summary>
    /// The same profile with every number of users scaled so that its peak is <paramref name="peak"/> (at least 1).
    /// </summary>
    public Profile ScaledToPeak(int peak)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(peak, 1);
        var factor = (double)peak / PeakUsers;
        int Scale(int users) => users == 0 ? 0 : Math.Max(1, (int)Math.Round(users * factor, MidpointRounding.AwayFromZero));
        return this with { Stages = [.. Stages.Select(s => s with { FromUsers = Scale(s.FromUsers), ToUsers = Scale(s.ToUsers) })] };
    }
}

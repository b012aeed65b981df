using PerfGate.Load.Profiles;

namespace PerfGate.Load.Scheduling;

/// <summary>
/// When exactly each user of a closed profile is due: the inverse of each stage's line, so that ramps are as smooth as
/// whole users can be and nothing has to be polled. At every moment the last headcount equals <see cref="Profile.UsersAt"/>.
/// </summary>
internal static class Headcounts
{
    /// <summary>The headcounts of all stages, in the time of the profile.</summary>
    public static IEnumerable<Headcount> Of(Profile profile)
    {
        var start = TimeSpan.Zero;
        var users = 0;
        foreach (var stage in profile.Stages)
        {
            foreach (var headcount in Of(stage, users)) yield return headcount with { Micros = Micros(start) + headcount.Micros };
            users = stage.ToUsers;
            start += stage.Duration;
        }
    }

    /// <summary>The headcounts of one stage, in the time of the stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="users">The users that there are when it begins.</param>
    public static IEnumerable<Headcount> Of(Stage stage, int users)
    {
        if (users != stage.FromUsers) yield return new(0, users = stage.FromUsers);
        var steps = stage.Shape is null ? Line(stage) : Steps(stage, stage.Shape);
        foreach (var step in steps)
        {
            if (step.Users == users) continue;
            users = step.Users;
            yield return step;
        }
    }

    static IEnumerable<Headcount> Line(Stage stage)
    {
        var (distance, step) = (Math.Abs(stage.ToUsers - stage.FromUsers), Math.Sign(stage.ToUsers - stage.FromUsers));
        for (var moved = 0; moved < distance; moved++)
            // The number of users is rounded, so the next one is due where the line is half way to it.
            yield return new(Micros(stage.Duration * ((moved + 0.5) / distance)), stage.FromUsers + (moved + 1) * step);
    }

    static IEnumerable<Headcount> Steps(Stage stage, IReadOnlyList<int> shape) =>
        shape.Select((users, part) => new Headcount(Micros(stage.Duration * ((double)part / shape.Count)), users));

    static long Micros(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;
}

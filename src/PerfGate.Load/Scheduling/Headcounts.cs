using PerfGate.Load.Profiles;

namespace PerfGate.Load.Scheduling;

/// <summary>
/// When exactly each user of a closed profile is due: the inverse of each stage's line, so that ramps are as smooth as
/// whole users can be and nothing has to be polled. At every moment the last headcount equals <see cref="Profile.UsersAt"/>.
/// </summary>
internal static class Headcounts
{
    public static IEnumerable<Headcount> Of(Profile profile)
    {
        var start = TimeSpan.Zero;
        var users = 0;
        foreach (var stage in profile.Stages)
        {
            if (users != stage.FromUsers) yield return At(start, users = stage.FromUsers);
            var (distance, step) = (Math.Abs(stage.ToUsers - stage.FromUsers), Math.Sign(stage.ToUsers - stage.FromUsers));
            for (var moved = 0; moved < distance; moved++)
                // The number of users is rounded, so the next one is due where the line is half way to it.
                yield return At(start + stage.Duration * ((moved + 0.5) / distance), users += step);
            start += stage.Duration;
        }
    }

    static Headcount At(TimeSpan time, int users) => new(time.Ticks / TimeSpan.TicksPerMicrosecond, users);
}

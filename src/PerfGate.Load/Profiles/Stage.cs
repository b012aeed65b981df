namespace PerfGate.Load.Profiles;

/// <summary>
/// One span of a closed profile: the number of users goes in a straight line from <paramref name="FromUsers"/> to
/// <paramref name="ToUsers"/> (equal: they are held).
/// </summary>
/// <param name="Name">What reports call it.</param>
/// <param name="FromUsers">Users wanted at its start.</param>
/// <param name="ToUsers">Users wanted at its end.</param>
/// <param name="Duration">How long it lasts; more than zero.</param>
/// <param name="WarmUp">Whether its requests are kept apart and never judged.</param>
public sealed record Stage(string Name, int FromUsers, int ToUsers, TimeSpan Duration, bool WarmUp)
{
    /// <summary>The number of users wanted at a moment after the stage's start; constant after its end.</summary>
    public int UsersAt(TimeSpan sinceStart)
    {
        var share = Math.Clamp(sinceStart / Duration, 0, 1);
        return (int)Math.Round(FromUsers + (ToUsers - FromUsers) * share, MidpointRounding.AwayFromZero);
    }
}

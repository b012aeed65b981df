namespace PerfGate.Load.Profiles;

/// <summary>
/// One span of a profile. A closed stage has users: their number goes in a straight line from <paramref name="FromUsers"/> to
/// <paramref name="ToUsers"/> (equal: they are held), or follows a <see cref="Shape"/>. An open stage has
/// <see cref="Arrivals"/> instead, and no users of its own.
/// </summary>
/// <param name="Name">What reports call it.</param>
/// <param name="FromUsers">Users wanted at its start; 0 in an open stage.</param>
/// <param name="ToUsers">Users wanted at its end; 0 in an open stage.</param>
/// <param name="Duration">How long it lasts; more than zero.</param>
/// <param name="WarmUp">Whether its requests are kept apart and never judged.</param>
public sealed record Stage(string Name, int FromUsers, int ToUsers, TimeSpan Duration, bool WarmUp)
{
    /// <summary>The load of an open stage; null: the stage is closed.</summary>
    public Arrivals? Arrivals { get; init; }

    /// <summary>
    /// The users wanted in each of equal parts of the stage, the first equal to <see cref="FromUsers"/> and the last to
    /// <see cref="ToUsers"/>; null: a straight line.
    /// </summary>
    public IReadOnlyList<int>? Shape { get; init; }

    /// <summary>The most users wanted at any time.</summary>
    public int PeakUsers => Shape?.Max() ?? Math.Max(FromUsers, ToUsers);

    /// <summary>The number of users wanted at a moment after the stage's start; constant after its end.</summary>
    public int UsersAt(TimeSpan sinceStart)
    {
        var share = Math.Clamp(sinceStart / Duration, 0, 1);
        return Shape is not null
            ? Shape[Math.Min(Shape.Count - 1, (int)(share * Shape.Count))]
            : (int)Math.Round(FromUsers + (ToUsers - FromUsers) * share, MidpointRounding.AwayFromZero);
    }

    /// <summary>The same stage with other numbers of users.</summary>
    internal Stage WithUsers(Func<int, int> change) => this with
    {
        Name = Name.EndsWith($" {ToUsers}", StringComparison.Ordinal) ? $"{Name[..^$"{ToUsers}".Length]}{change(ToUsers)}" : Name,
        FromUsers = change(FromUsers),
        ToUsers = change(ToUsers),
        Shape = Shape is null ? null : [.. Shape.Select(change)],
    };

    internal IEnumerable<string> Problems(string profile)
    {
        var place = $"Stage '{Name}' of profile '{profile}'";
        if (Duration <= TimeSpan.Zero)
            yield return $"{place} lasts {Duration}; a stage lasts more than zero.";
        if (FromUsers < 0 || ToUsers < 0)
            yield return $"{place} goes from {FromUsers} to {ToUsers} users; a number of users is not negative.";
        if (Shape is not null && (Shape.Count == 0 || Shape[0] != FromUsers || Shape[^1] != ToUsers || Shape.Any(u => u < 0)))
            yield return $"{place} has a shape that is empty, has a negative number of users, or does not go from {FromUsers} to {ToUsers}.";
        if (Arrivals is null) yield break;
        if (!Arrivals.IsRate(Arrivals.FromRate) || !Arrivals.IsRate(Arrivals.ToRate))
            yield return $"{place} goes from {Arrivals.FromRate} to {Arrivals.ToRate} arrivals per second; "
                + $"a rate is not negative and at most {Arrivals.HighestRate:N0}.";
        if (FromUsers != 0 || ToUsers != 0 || Shape is not null)
            yield return $"{place} has arrivals and users; it is open or closed, not both.";
    }
}

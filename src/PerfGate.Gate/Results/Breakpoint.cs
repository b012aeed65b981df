namespace PerfGate.Gate.Results;

/// <summary>What a search for the load at which the system breaks found: of users, of arrivals a second, or of both.</summary>
/// <param name="HeldUsers">The most users that it held within every critical limit; null when it held no stage of users.</param>
/// <param name="BrokeAtUsers">The users at which it broke; null when it did not, or at a rate of arrivals.</param>
/// <param name="Why">Which limit broke, in words; null when none did.</param>
/// <param name="TriedUsers">The most users that were tried; 0 in a search of arrivals.</param>
public sealed record Breakpoint(int? HeldUsers, int? BrokeAtUsers, string? Why, int TriedUsers)
{
    /// <summary>The highest rate, in arrivals a second, that it held within every critical limit; null when it held no stage of arrivals.</summary>
    public double? HeldRate { get; init; }

    /// <summary>The arrivals a second at which it broke; null when it did not, or with a number of users.</summary>
    public double? BrokeAtRate { get; init; }

    /// <summary>The most arrivals a second that were tried; null in a search of users.</summary>
    public double? TriedRate { get; init; }
}

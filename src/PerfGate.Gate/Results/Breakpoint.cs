namespace PerfGate.Gate.Results;

/// <summary>What a search for the load at which the system breaks found.</summary>
/// <param name="HeldUsers">The most users that it held within every critical limit; null when it held no stage.</param>
/// <param name="BrokeAtUsers">The users at which it broke; null when it did not.</param>
/// <param name="Why">Which limit broke, in words; null when none did.</param>
/// <param name="TriedUsers">The most users that were tried.</param>
public sealed record Breakpoint(int? HeldUsers, int? BrokeAtUsers, string? Why, int TriedUsers);

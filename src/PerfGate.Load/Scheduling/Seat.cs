namespace PerfGate.Load.Scheduling;

/// <summary>Which of its class a user is; depends on the profile and the mix alone, never on timing.</summary>
/// <param name="Ordinal">Its number among the users of its class that are wanted at the same time, from 0.</param>
/// <param name="Turn">How many users had that number before it: those that came and went as load rose and fell.</param>
internal readonly record struct Seat(int Ordinal, int Turn);

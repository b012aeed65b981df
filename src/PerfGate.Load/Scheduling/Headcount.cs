namespace PerfGate.Load.Scheduling;

/// <summary>From a moment of load time on, this many users are wanted.</summary>
internal readonly record struct Headcount(long Micros, int Users);

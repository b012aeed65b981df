namespace PerfGate.Gate.Paired;

/// <summary>A deliberate slowness of known size, to see whether the gate finds it.</summary>
/// <param name="Name">What it is called: cpu:10.</param>
/// <param name="Variables">The variables that switch it on in the suite's system.</param>
public sealed record Injection(string Name, IReadOnlyDictionary<string, string> Variables);

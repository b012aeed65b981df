namespace PerfGate.Environments;

/// <summary>One finished step of bringing an environment up or down.</summary>
/// <param name="Name">What was done, such as "migrate schema: 4 applied, 0 pending".</param>
/// <param name="Duration">How long it took.</param>
public sealed record EnvironmentStep(string Name, TimeSpan Duration);

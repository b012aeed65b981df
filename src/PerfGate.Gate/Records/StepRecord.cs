namespace PerfGate.Gate.Records;

/// <summary>One step of bringing the environment up or down.</summary>
/// <param name="Name">What was done, such as "migrate: 4 applied, 0 pending".</param>
/// <param name="Seconds">How long it took.</param>
public sealed record StepRecord(string Name, double Seconds);

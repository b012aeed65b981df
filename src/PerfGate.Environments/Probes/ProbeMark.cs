namespace PerfGate.Environments.Probes;

/// <summary>All probes at one moment, such as the border of a stage.</summary>
/// <param name="Name">What happened then.</param>
/// <param name="Second">Seconds since sampling began.</param>
/// <param name="Readings">What was read, in the order of the probes.</param>
/// <param name="Statements">What stores had counted then, in the same order; null for probes that count none.</param>
public sealed record ProbeMark(
    string Name, double Second, IReadOnlyList<ProbeReading> Readings, IReadOnlyList<StatementReading?> Statements);

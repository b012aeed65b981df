namespace PerfGate.Statistics.Paired;

/// <summary>What one round measured: two adjacent slots, one of each side.</summary>
/// <param name="Cluster">The restart block that it belongs to; rounds between two restarts share a number.</param>
/// <param name="Baseline">Per metric, such as "GET /users p95", a value above zero in any unit; a metric not measured is not in it.</param>
/// <param name="Candidate">The same of the other side, in the same units.</param>
public sealed record PairedRound(int Cluster, IReadOnlyDictionary<string, double> Baseline, IReadOnlyDictionary<string, double> Candidate);

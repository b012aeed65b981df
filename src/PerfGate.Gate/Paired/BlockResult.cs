using PerfGate.Gate.Records;

namespace PerfGate.Gate.Paired;

/// <summary>What a block measured.</summary>
/// <param name="Rounds">Its rounds, in order.</param>
/// <param name="BaselineDropped">Arrivals in its slots for which all users of the baseline were busy.</param>
/// <param name="CandidateDropped">Arrivals in its slots for which all users of the candidate were busy.</param>
internal sealed record BlockResult(IReadOnlyList<RoundRecord> Rounds, long BaselineDropped, long CandidateDropped);

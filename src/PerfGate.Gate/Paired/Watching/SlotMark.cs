using PerfGate.Environments.Probes;

namespace PerfGate.Gate.Paired.Watching;

/// <summary>What had been used up to a moment.</summary>
/// <param name="Seconds">The moment, since the block's profiles began.</param>
/// <param name="Baseline">CPU seconds of the baseline's services; null where that cannot be read.</param>
/// <param name="Candidate">CPU seconds of the candidate's services.</param>
/// <param name="Generator">CPU seconds of this process.</param>
/// <param name="Machine">What the processors did; null where the kernel does not tell.</param>
internal sealed record SlotMark(double Seconds, double? Baseline, double? Candidate, double Generator, MachineCpu? Machine);

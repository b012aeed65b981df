using PerfGate.Gate.History;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Baselines;

/// <summary>What the store holds for a run.</summary>
/// <param name="Baseline">The run to compare with; null when there is none of the same fingerprint.</param>
/// <param name="Others">Without a baseline: those of other fingerprints, the closest first.</param>
/// <param name="Notes">What a reader should know about the search, in sentences.</param>
public sealed record BaselineSearch(RunRecord? Baseline, IReadOnlyList<OtherBaseline> Others, IReadOnlyList<string> Notes)
{
    /// <summary>
    /// The earlier runs of the same fingerprint, the oldest first, the baseline among them and the run itself not; empty in a search
    /// for a run that has not begun.
    /// </summary>
    public IReadOnlyList<RunValues> History { get; init; } = [];

    /// <summary>A search that found nothing at all.</summary>
    public static BaselineSearch Nothing { get; } = new(null, [], []);
}

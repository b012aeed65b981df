namespace PerfGate.Gate.Paired;

/// <summary>One slot of a block: which side is asked, and when. Times are seconds since the block's profiles began.</summary>
/// <param name="Round">The round of the block, from 0 on.</param>
/// <param name="OfBaseline">Whether it is the baseline's.</param>
/// <param name="Quiet">When nobody is asked any more before it: the control endpoint is measured from here to <paramref name="Start"/>.</param>
/// <param name="Start">When the side is asked.</param>
/// <param name="Measured">From when on it is measured.</param>
/// <param name="End">When it ends.</param>
internal sealed record SlotPlan(int Round, bool OfBaseline, double Quiet, double Start, double Measured, double End);

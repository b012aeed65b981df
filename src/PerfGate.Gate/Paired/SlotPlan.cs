namespace PerfGate.Gate.Paired;

/// <summary>One slot of a block, in which both sides are asked. Times are seconds since the block's profiles began.</summary>
/// <param name="Quiet">When nobody is asked any more before it: the control endpoint is measured from here to <paramref name="Start"/>.</param>
/// <param name="Start">When both sides are asked.</param>
/// <param name="Measured">From when on they are measured.</param>
/// <param name="End">When it ends.</param>
internal sealed record SlotPlan(double Quiet, double Start, double Measured, double End);

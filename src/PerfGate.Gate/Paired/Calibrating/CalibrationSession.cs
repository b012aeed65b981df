using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Paired.Calibrating;

/// <summary>One session of a calibration, as it is kept.</summary>
/// <param name="Verdict">How it was decided when it was made, second look included.</param>
/// <param name="Record">Its rounds.</param>
public sealed record CalibrationSession(Verdict Verdict, PairedRecord Record)
{
    /// <summary>The version of this shape that this program writes, and the newest it reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The version of the shape.</summary>
    public int Schema { get; init; } = CurrentSchema;
}

using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>The measured time of a run, and what of its samples lies in it.</summary>
internal sealed class Measured
{
    readonly List<StageRecord> stages;

    Measured(List<StageRecord> stages) => this.stages = stages;

    /// <summary>Where it begins, seconds after the start of load.</summary>
    public double From => stages.Min(stage => stage.StartSeconds);

    /// <summary>Where it ends.</summary>
    public double To => stages.Max(stage => stage.StartSeconds + stage.DurationSeconds);

    /// <summary>How long it is; less than its span where a warm-up lies within.</summary>
    public double Seconds => stages.Sum(stage => stage.DurationSeconds);

    /// <summary>The measured time of a run; null when nothing of it was measured.</summary>
    public static Measured? Of(RunRecord run)
    {
        var measured = run.Stages.Where(stage => !stage.WarmUp && stage.DurationSeconds > 0).ToList();
        return measured.Count == 0 ? null : new Measured(measured);
    }

    /// <summary>Whether a moment is measured. A sample tells of the time before it, so the first moment is not.</summary>
    public bool Holds(double second) =>
        stages.Exists(stage => second > stage.StartSeconds && second <= stage.StartSeconds + stage.DurationSeconds);

    /// <summary>The known values of measured samples. A record whose columns differ in length gives what they have in common.</summary>
    public List<(double Second, double Value)> Samples(IReadOnlyList<double> seconds, IReadOnlyList<double?> values) =>
        [.. seconds.Zip(values).Where(s => s.Second is not null && Holds(s.First)).Select(s => (s.First, s.Second!.Value))];

    /// <summary>A finding of the whole measured time.</summary>
    public static Finding Over(RunRecord run, Finding finding) =>
        Of(run) is { } measured ? finding with { FromSeconds = measured.From, ToSeconds = measured.To } : finding;
}

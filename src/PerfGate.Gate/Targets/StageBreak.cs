using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;
using PerfGate.Load.Results;

namespace PerfGate.Gate.Targets;

/// <summary>Looks at a stage when it is over: has the system broken?</summary>
internal static class StageBreak
{
    /// <summary>The critical limit that the stage missed, in words; null when it held.</summary>
    public static string? Look(StageResult stage, IReadOnlyList<TargetRecord> targets) =>
        HeldUsers.Break(RunRecorder.Stage(stage), targets) is { } broken ? broken.ToString() : null;
}

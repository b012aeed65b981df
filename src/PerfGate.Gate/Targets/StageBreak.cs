using PerfGate.Gate.Judging;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Load.Results;

namespace PerfGate.Gate.Targets;

/// <summary>Looks at a stage when it is over: has the system broken?</summary>
internal static class StageBreak
{
    /// <summary>More failures than this, and a system does not hold its load, whatever its targets say.</summary>
    public const double MostErrors = 0.05;

    /// <summary>The critical limit that the stage missed, in words; null when it held.</summary>
    public static string? Look(StageResult stage, IReadOnlyList<TargetRecord> targets) => Of(RunRecorder.Stage(stage), targets)?.ToString();

    /// <summary>What a stage missed; null when it held.</summary>
    public static BrokenStage? Of(StageRecord stage, IReadOnlyList<TargetRecord> targets)
    {
        var all = EndpointMerge.All(stage.Endpoints, stage.DurationSeconds);
        var missed = targets
            .Where(t => t.Metric is not (Metrics.RequestsPerSecond or Metrics.ConcurrentUsers)) // less load asks for less
            .Select(t => TargetJudge.Judge(t, TargetJudge.Value(t, all, stage.Endpoints, stage.DurationSeconds)))
            .Where(t => t.Tier == Tier.Critical)
            .MaxBy(t => t.Value / Math.Max(t.Critical, 1e-9));
        if (missed is not null) return Broken(Words.Missed(missed)) with { Missed = missed };
        if (all is not null && (double)all.Failures / all.Requests is > MostErrors and var rate)
            return Broken($"{Words.Percent(rate)} of all requests failed, more than {Words.Percent(MostErrors)}");

        // Tasks that keep every user of the pool busy: it answers fewer than come. What those would have seen nobody knows.
        return stage is { Arrivals: > 0 and var came, Dropped: { } dropped } && (double)dropped / came > GuardLimits.Default.Dropped
            ? Broken($"{Words.Percent((double)dropped / came)} of all arrivals found all {Words.Value(Metrics.ConcurrentUsers, stage.Users)} of the pool busy, more than {Words.Percent(GuardLimits.Default.Dropped)}")
            : null;

        BrokenStage Broken(string why) =>
            new(stage.Name, stage.Users, stage.StartSeconds, stage.StartSeconds + stage.DurationSeconds, why) { Rate = stage.Rate };
    }
}

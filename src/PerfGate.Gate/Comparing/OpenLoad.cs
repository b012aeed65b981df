using PerfGate.Gate.Records;

namespace PerfGate.Gate.Comparing;

/// <summary>Whether arrivals, and not users, decide how many requests there are.</summary>
internal static class OpenLoad
{
    public static bool Is(RunRecord run) => run.Stages.Any(stage => stage is { WarmUp: false, Rate: not null });
}

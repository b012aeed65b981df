using System.Globalization;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Targets;

/// <summary>Where a system no longer held its users.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Users">How many users ran.</param>
/// <param name="FromSeconds">The stage's start, seconds after the start of load.</param>
/// <param name="ToSeconds">Its end.</param>
/// <param name="Why">What broke, such as "p95 of /buy is 1,210 ms, beyond its critical limit of 1,000 ms".</param>
internal sealed record BrokenStage(string Stage, int Users, double FromSeconds, double ToSeconds, string Why)
{
    /// <summary>The critical target that was missed furthest; null when it was none of the suite's.</summary>
    public TargetResult? Missed { get; init; }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"With {Words.Value(Metrics.ConcurrentUsers, Users)}, from second {FromSeconds:0} to {ToSeconds:0}, {Why}");
}

using System.Globalization;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Targets;

/// <summary>Where a system no longer held its load.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Users">How many users ran; in an open stage those of the pool.</param>
/// <param name="FromSeconds">The stage's start, seconds after the start of load.</param>
/// <param name="ToSeconds">Its end.</param>
/// <param name="Why">What broke, such as "p95 of /buy is 1,210 ms, beyond its critical limit of 1,000 ms".</param>
internal sealed record BrokenStage(string Stage, int Users, double FromSeconds, double ToSeconds, string Why)
{
    /// <summary>Arrivals per second that were asked for; null in a closed stage.</summary>
    public double? Rate { get; init; }

    /// <summary>The critical target that was missed furthest; null when it was none of the suite's.</summary>
    public TargetResult? Missed { get; init; }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Words.Load(Rate, Users)}, from second {FromSeconds:0} to {ToSeconds:0}, {Why}");
}

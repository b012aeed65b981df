using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Paired;

/// <summary>
/// When a round counts for nothing: something outside of both systems disturbed it. No guard looks at how fast a system
/// answered, so none can favour a side.
/// </summary>
public sealed record PairedGuards
{
    /// <summary>The usual limits.</summary>
    public static PairedGuards Usual { get; } = new();

    /// <summary>The largest 99th percentile of the generator's lag in a slot.</summary>
    public TimeSpan LagP99 { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The largest share of the machine that the generator may use in a slot, 0 to 1.</summary>
    public double GeneratorCpuShare { get; init; } = 0.5;

    /// <summary>The largest share of the machine's time that its hypervisor may give to others in a slot, 0 to 1.</summary>
    public double StealShare { get; init; } = 0.05;

    /// <summary>The largest share of the machine that other programs may use in a slot, 0 to 1.</summary>
    public double OthersShare { get; init; } = 0.15;

    /// <summary>How many times as long as usual a round trip to the control endpoint may take before a slot.</summary>
    public double ControlRatio { get; init; } = 3;

    /// <summary>The largest share of failed requests in a slot of the baseline, 0 to 1: what fails fast says nothing about speed.</summary>
    public double BaselineFailures { get; init; } = 0.05;

    /// <summary>The largest share of a look's rounds that may be void, 0 to 1; beyond it the session is invalid.</summary>
    public double VoidRounds { get; init; } = 1.0 / 3;

    /// <summary>Whether so many rounds of a look are void that the session is invalid.</summary>
    public bool AreTooMany(IReadOnlyCollection<RoundRecord> look)
    {
        ArgumentNullException.ThrowIfNull(look);
        return look.Count(r => r.Void.Count > 0) > VoidRounds * look.Count;
    }

    /// <summary>Which guards tripped in a round, a sentence each.</summary>
    /// <param name="round">The round.</param>
    /// <param name="usualControl">What a round trip to the control endpoint usually takes here, microseconds; null when unknown.</param>
    public IEnumerable<string> Trips(RoundRecord round, double? usualControl)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Math.Max(round.Baseline.LagP99Micros ?? 0, round.Candidate.LagP99Micros ?? 0) is var lag && lag > LagP99.TotalMicroseconds)
            yield return $"The load generator was late: 1 % of the tasks by more than {Words.Millis(lag / 1000.0)} (limit {Words.Millis(LagP99.TotalMilliseconds)}).";
        if (round.GeneratorCpuShare is { } own && own > GeneratorCpuShare)
            yield return $"The load generator used {Words.Percent(own)} of the machine (limit {Words.Percent(GeneratorCpuShare)}).";
        if (round.StealShare is { } steal && steal > StealShare)
            yield return $"The hypervisor gave {Words.Percent(steal)} of the machine's time to others (limit {Words.Percent(StealShare)}).";
        if (round.OthersShare is { } others && others > OthersShare)
            yield return $"Other programs used {Words.Percent(others)} of the machine (limit {Words.Percent(OthersShare)}).";
        if (usualControl is > 0 and var usual && round.ControlMicros / usual is { } ratio && ratio > ControlRatio)
            yield return $"The harness's own control endpoint took {Words.Number(ratio)} times as long as it usually does (limit {Words.Number(ControlRatio)}).";
        if (round.Baseline.All is { Requests: > 0 } all && (double)all.Failures / all.Requests is var failed && failed > BaselineFailures)
            yield return $"{Words.Percent(failed)} of the baseline's requests failed (limit {Words.Percent(BaselineFailures)}).";
        if (round.Baseline.All.Requests == 0 && round.Candidate.All.Requests == 0) yield return "Neither side was asked for anything.";
    }
}

using PerfGate.Gate.Records;

namespace PerfGate.Gate.Suites;

/// <summary>A limit and the profiles that it is judged for.</summary>
/// <param name="Limit">The limit in its three tiers.</param>
/// <param name="Profiles">Names of profiles; empty: all of them.</param>
public sealed record SuiteTarget(TargetRecord Limit, IReadOnlyList<string> Profiles)
{
    /// <summary>Whether the limit is judged for a profile.</summary>
    public bool HoldsFor(string profile) => Profiles.Count == 0 || Profiles.Contains(profile, StringComparer.Ordinal);
}

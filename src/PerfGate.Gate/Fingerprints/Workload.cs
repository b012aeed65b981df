using System.Globalization;
using PerfGate.Load.Profiles;

namespace PerfGate.Gate.Fingerprints;

/// <summary>What is run: two runs can be compared only where this is the same.</summary>
public sealed record Workload
{
    /// <summary>The suite's name.</summary>
    public required string Suite { get; init; }

    /// <summary>
    /// What else makes the suite's load what it is, each as a text: kinds of users and their weights, tags, options that are
    /// no secrets. Their order counts.
    /// </summary>
    public IReadOnlyList<string> SuiteFacts { get; init; } = [];

    /// <summary>The profile as it is run, scaling included.</summary>
    public required Profile Profile { get; init; }

    /// <summary>embedded or compose.</summary>
    public required string Environment { get; init; }

    /// <summary>What generates the load, such as perfgate/httpclient.</summary>
    public required string Engine { get; init; }

    internal string SuitePart => $"{Suite} {ShortHash.Of(SuiteFacts)}";

    internal string ProfilePart => $"{Profile.Name} {ShortHash.Of(Profile.Stages.Select(Fact).Concat(ArrivalFacts))}";

    // What a closed profile does not have is not in its facts, so that its baselines stay comparable.
    IEnumerable<string> ArrivalFacts =>
        Profile.HasArrivals ? [Text($"{(Profile.Poisson ? "poisson" : "uniform")} {Profile.PoolUsers}")] : [];

    static string Fact(Stage s) =>
        Text($"{s.Name} {s.FromUsers} {s.ToUsers} {s.Duration.Ticks} {(s.WarmUp ? "warm-up" : "measured")}")
        + (s.Arrivals is { } a ? Text($" {a.FromRate:R} {a.ToRate:R}") : "")
        + (s.Shape is { } shape ? $" {string.Join(',', shape)}" : "");

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

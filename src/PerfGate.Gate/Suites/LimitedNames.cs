using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Load;

namespace PerfGate.Gate.Suites;

/// <summary>
/// The names that limits are written for, held against the endpoints of the suite: a limit of a misspelt name would never be
/// judged. A limit that was given an <see cref="Endpoint"/> cannot be misspelt, and is not looked at.
/// </summary>
internal static class LimitedNames
{
    /// <summary>Names that are the method and the name of an endpoint, as reports print them: no request is ever named so.</summary>
    public static IEnumerable<string> Mistakes(SuiteDefinition suite) =>
        from limit in Unknown(suite)
        where limit.Meant is not null
        select $"{limit.Told}, which is a method and a name: write '{limit.Meant!.Name}', or pass the Endpoint itself.";

    /// <summary>Names that no endpoint has. Requests may still be given them one by one.</summary>
    public static IEnumerable<string> Strangers(SuiteDefinition suite) =>
        from limit in Unknown(suite)
        where limit.Meant is null
        select $"{limit.Told}, which no Endpoint of the suite has{(limit.Guess is { } guess ? $"; did you mean '{guess}'?" : ".")}";

    // A suite whose endpoints are not to be found says nothing about any name.
    static IEnumerable<(string Told, Endpoint? Meant, string? Guess)> Unknown(SuiteDefinition suite)
    {
        var limits = ByName(suite).ToList();
        if (limits.Count == 0) yield break;
        var endpoints = KnownEndpoints.Of([.. suite.Users, .. suite.Mixes.Values.SelectMany(m => m)]);
        var names = endpoints.Select(e => e.Name).ToHashSet(StringComparer.Ordinal);
        if (names.Count == 0) yield break;
        foreach (var (told, name) in limits.Where(l => !names.Contains(l.Name)))
            yield return (told, endpoints.FirstOrDefault(e => e.ToString() == name), Closest.Of(WithoutMethod(name), names));
    }

    static IEnumerable<(string Told, string Name)> ByName(SuiteDefinition suite) =>
        suite.Targets.Select(t => t.Limit)
            .Where(limit => limit is { Endpoint: not null, Method: null })
            .GroupBy(limit => limit.Endpoint!, StringComparer.Ordinal)
            .Select(same => (Told(same.Key, [.. same.Select(limit => Words.Metric(limit.Metric)).Distinct(StringComparer.Ordinal)]), same.Key))
            .Concat(
                from criterion in suite.Criteria
                where criterion.Methods.Count == 0
                from name in criterion.Endpoints
                select ($"The success criterion {criterion.Kind} names '{name}'", name));

    static string Told(string name, IReadOnlyList<string> metrics) =>
        $"The target{(metrics.Count == 1 ? "" : "s")} {string.Join(", ", metrics)} name{(metrics.Count == 1 ? "s" : "")} '{name}'";

    static string WithoutMethod(string name) =>
        name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end && name[..end].All(char.IsAsciiLetterUpper) ? name[(end + 1)..] : name;
}

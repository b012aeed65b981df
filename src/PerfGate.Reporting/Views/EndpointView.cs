using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Reporting.Views;

/// <summary>All that is known of one endpoint, from both runs, the comparison and the targets.</summary>
internal sealed record EndpointView
{
    /// <summary>The name under which the gate speaks of all endpoints together.</summary>
    public const string All = "all requests";

    public required string Name { get; init; }

    /// <summary>Null for all of them together.</summary>
    public string? Method { get; init; }

    /// <summary>Null when this run did not ask for it.</summary>
    public EndpointRecord? Now { get; init; }

    /// <summary>Null when the baseline did not ask for it, or there is none.</summary>
    public EndpointRecord? Before { get; init; }

    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    /// <summary>
    /// Those that are judged over its requests alone. A limit of a name that has several methods says nothing of each of them:
    /// it stands among the targets only.
    /// </summary>
    public required IReadOnlyList<TargetResult> Targets { get; init; }

    public SeriesColumns? Series { get; init; }

    /// <summary>The worst tier of its targets; null when it has none, or none with a value.</summary>
    public Tier? WorstTier => Targets.Max(t => t.Tier);

    public bool Changed => Comparisons.Any(Changes.IsChange);

    public bool Missed => Targets.Any(t => t.Tier is null or Tier.Critical or Tier.Degraded);

    public Comparison? Compared(string metric) => Comparisons.FirstOrDefault(c => c.Metric == metric);

    /// <summary>Method and name in one line of harmless text.</summary>
    public string Label => Text.PlainText.Line(Method is null ? Name : $"{Method} {Name}");

    /// <summary>One endpoint; without a method all of them together.</summary>
    public static EndpointView Find(Report report, string? method, string name) =>
        method is null ? Overall(report) : Each(Only(report, method, name))[0];

    /// <summary>All requests together.</summary>
    public static EndpointView Overall(Report report) => new()
    {
        Name = All,
        Now = report.Run.Overall,
        Before = report.Baseline?.Overall,
        Comparisons = [.. report.Result.Comparisons.Where(c => c.Method is null && c.Endpoint == All)],
        Targets = [.. report.Result.Targets.Where(t => t.Endpoint == All)],
        Series = report.Run.Series.All,
    };

    /// <summary>Every endpoint of this run in its order, then those that only the baseline knows.</summary>
    public static IReadOnlyList<EndpointView> Each(Report report)
    {
        var before = Endpoints(report.Baseline).ToLookup(Key);
        var known = report.Run.Endpoints.Select(Key).ToHashSet();
        var comparisons = report.Result.Comparisons.ToLookup(c => (c.Method, c.Endpoint));
        var targets = TargetsOf(report);
        var series = report.Run.Series.Endpoints.ToLookup(s => (s.Method, s.Name), s => s.Columns);
        return
        [
            .. report.Run.Endpoints.Select(e => View(e, e, before[Key(e)].FirstOrDefault())),
            .. Endpoints(report.Baseline).Where(e => !known.Contains(Key(e))).Select(e => View(e, null, e)),
        ];

        EndpointView View(EndpointRecord named, EndpointRecord? now, EndpointRecord? then) => new()
        {
            Name = named.Name,
            Method = named.Method,
            Now = now,
            Before = then,
            Comparisons = [.. comparisons[(named.Method, named.Name)]],
            Targets = [.. targets(named)],
            Series = series[Key(named)].FirstOrDefault(),
        };
    }

    static Func<EndpointRecord, IEnumerable<TargetResult>> TargetsOf(Report report)
    {
        var targets = report.Result.Targets.ToLookup(t => t.Endpoint);
        var now = report.Run.Endpoints.ToLookup(e => e.Name, e => e.Method);
        var before = Endpoints(report.Baseline).ToLookup(e => e.Name, e => e.Method);
        return endpoint => targets[endpoint.Name].Where(t => t.Method == endpoint.Method || (t.Method is null && Alone(endpoint)));

        bool Alone(EndpointRecord endpoint) => (now.Contains(endpoint.Name) ? now : before)[endpoint.Name].All(method => method == endpoint.Method);
    }

    static Report Only(Report report, string method, string name)
    {
        bool Wanted(EndpointRecord e) => e.Method == method && e.Name == name;
        return report with
        {
            Run = report.Run with { Endpoints = [.. report.Run.Endpoints.Where(Wanted)] },
            Result = report.Result with { Targets = [.. TargetsOf(report)(report.Run.Endpoints.Concat(Endpoints(report.Baseline)).First(Wanted))] },
            Baseline = report.Baseline is { } baseline ? baseline with { Endpoints = [.. baseline.Endpoints.Where(Wanted)] } : null,
        };
    }

    static (string Method, string Name) Key(EndpointRecord endpoint) => (endpoint.Method, endpoint.Name);

    static IReadOnlyList<EndpointRecord> Endpoints(RunRecord? run) => run?.Endpoints ?? [];
}

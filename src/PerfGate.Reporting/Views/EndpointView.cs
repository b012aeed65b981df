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

    public required IReadOnlyList<TargetResult> Targets { get; init; }

    public SeriesColumns? Series { get; init; }

    /// <summary>The worst tier of its targets; null when it has none, or none with a value.</summary>
    public Tier? WorstTier => Targets.Max(t => t.Tier);

    public bool Changed => Comparisons.Any(Changes.IsChange);

    public bool Missed => Targets.Any(t => t.Tier is null or Tier.Critical or Tier.Degraded);

    public Comparison? Compared(string metric) => Comparisons.FirstOrDefault(c => c.Metric == metric);

    /// <summary>Method and name in one line of harmless text.</summary>
    public string Label => Text.PlainText.Line(Method is null ? Name : $"{Method} {Name}");

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
        var before = (report.Baseline?.Endpoints ?? []).ToLookup(e => (e.Method, e.Name));
        var known = report.Run.Endpoints.Select(e => (e.Method, e.Name)).ToHashSet();
        var gone = (report.Baseline?.Endpoints ?? []).Where(e => !known.Contains((e.Method, e.Name)));
        return
        [
            .. report.Run.Endpoints.Select(e => Of(report, e, before[(e.Method, e.Name)].FirstOrDefault(), e)),
            .. gone.Select(e => Of(report, null, e, e)),
        ];
    }

    static EndpointView Of(Report report, EndpointRecord? now, EndpointRecord? before, EndpointRecord named) => new()
    {
        Name = named.Name,
        Method = named.Method,
        Now = now,
        Before = before,
        Comparisons = [.. report.Result.Comparisons.Where(c => c.Endpoint == named.Name && c.Method == named.Method)],
        Targets = [.. report.Result.Targets.Where(t => t.Endpoint == named.Name)],
        Series = report.Run.Series.Endpoints.FirstOrDefault(s => s.Name == named.Name && s.Method == named.Method)?.Columns,
    };
}

using PerfGate.Environments.Probes;
using PerfGate.Gate.Findings;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Tests.Findings;

/// <summary>Parts of records to look at. The run is measured from second 5 to second 25, and samples are taken every second.</summary>
internal static class Given
{
    public const int Samples = 26;

    public static IReadOnlyList<double> Seconds { get; } = [.. Enumerable.Range(0, Samples).Select(second => (double)second)];

    public static RunRecord Run => Tests.Samples.Typical();

    /// <summary>A service of which nothing could be read.</summary>
    public static ResourceRecord Service(string name = "api") => new(name, null, null, null, Seconds, Nothing, [.. Nothing.Select(_ => (long?)null)]);

    public static IReadOnlyList<double?> Nothing { get; } = [.. Enumerable.Repeat((double?)null, Samples)];

    /// <summary>The same value in every sample.</summary>
    public static IReadOnlyList<double?> Always(double? value) => [.. Enumerable.Repeat(value, Samples)];

    /// <summary>A value in each sample.</summary>
    public static IReadOnlyList<double?> Each(Func<int, double?> value) => [.. Enumerable.Range(0, Samples).Select(value)];

    public static MetricRecord Gauge(string chart, string name, IReadOnlyList<double?> values, double? limit = null) =>
        new(chart, name, MetricUnit.Count, MetricKind.Gauge, limit, values.Max(), values);

    public static RunRecord With(this RunRecord run, params ResourceRecord[] resources) => run with { Resources = resources };

    public static RunRecord Saying(this RunRecord run, string kind, long count, double? from = 7, double? to = 9, string service = "api", string line = "it went wrong") =>
        run with { Logs = [.. run.Logs, new LogRecord(service, 1_000, [new LogMatchRecord(kind, count, from, to, line)])] };

    public static RunRecord Failing(this RunRecord run, params FailureRecord[] failures) => run with { Failures = failures };

    public static FailureRecord Failure(string reason, long count, string endpoint = "/buy", string method = "POST") => new(endpoint, method, reason, count, 0, 6, 11);

    /// <summary>Statuses of POST /buy, 400 requests.</summary>
    public static RunRecord Answering(this RunRecord run, params (int Status, long Count)[] statuses) => run with
    {
        Endpoints = [.. run.Endpoints.Select(e => e.Name == "/buy" ? e with { Statuses = [.. statuses.Select(s => new StatusCount(s.Status, s.Count))] } : e)],
    };

    public static List<Finding> Look<TRule>(this RunRecord run) where TRule : IFindingRule, new() => [.. new TRule().Look(run)];

    public static bool Finds<TRule>(this RunRecord run) where TRule : IFindingRule, new() => run.Look<TRule>().Count > 0;

    public static (double?, double?) Span(this Finding finding) => (finding.FromSeconds, finding.ToSeconds);
}

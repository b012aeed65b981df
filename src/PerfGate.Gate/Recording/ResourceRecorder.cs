using PerfGate.Environments.Probes;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Recording;

/// <summary>Turns what probes read into one record per service: several probes of one service come together in it.</summary>
internal static class ResourceRecorder
{
    const int MostStatements = 20;
    const int MostTables = 10;

    // Finer than any probe measures, and coarse enough to be read.
    const int Decimals = 6;

    /// <summary>The services, in the order of their first probes.</summary>
    /// <param name="probes">What each probe read; as many samples each.</param>
    /// <param name="begin">When measuring began; null when that cannot be told.</param>
    /// <param name="end">When load ended.</param>
    /// <param name="measured">The measured requests of the whole system.</param>
    public static IReadOnlyList<ResourceRecord> Record(
        IReadOnlyList<ProbeSamples> probes, ProbeMark? begin, ProbeMark end, Totals measured) =>
    [
        .. probes
            .Select((probe, place) => new WatchedProbe(
                probe, begin?.Readings[place], end.Readings[place], begin?.Statements[place], end.Statements[place]))
            .GroupBy(probe => probe.Samples.Service, StringComparer.Ordinal)
            .Select(service => Record(service.Key, [.. service], measured)),
    ];

    static ResourceRecord Record(string service, IReadOnlyList<WatchedProbe> probes, Totals measured)
    {
        var seconds = probes[0].Samples.Samples.Select(sample => Math.Round(sample.Second, Decimals)).ToList();
        IReadOnlyList<double?> nothing = [.. seconds.Select(_ => (double?)null)];
        var cpu = Figure(ServiceMetrics.Cpu);
        return new ResourceRecord(
            service,
            cpu,
            cpu is not null && measured.Requests > 0 ? cpu * 1e6 / measured.Requests : null,
            (long?)Figure(ServiceMetrics.Memory),
            seconds,
            Line(ServiceMetrics.Cpu),
            [.. Line(ServiceMetrics.Memory).Select(bytes => (long?)bytes)])
        {
            CpuLimit = Figure(ServiceMetrics.CpuLimit),
            MemoryLimitBytes = (long?)Figure(ServiceMetrics.MemoryLimit),
            ThrottledSeconds = Figure(ServiceMetrics.ThrottledTime),
            Restarts = (long?)Figure(ServiceMetrics.Restarts),
            OomKills = (long?)Figure(ServiceMetrics.OomKills),
            Metrics = [.. probes.SelectMany(probe => probe.Own()).Select(metric => metric with { Values = Rounded(metric.Values) })],
            Statements = probes.Select(probe => probe.Statements()).FirstOrDefault(statements => statements is not null)?
                .Take(MostStatements)
                .Select(Record)
                .ToList(),
            Tables = probes.Select(probe => probe.Tables()).FirstOrDefault(tables => tables is not null)?
                .Take(MostTables)
                .Select(t => new TableRecord(t.Name, t.Rows, t.Scans, t.RowsScanned, t.IndexScans))
                .ToList(),
            Notes = [.. probes.Select(probe => probe.Note).OfType<string>()],
        };

        double? Figure(ProbeMetric metric) => probes.Select(probe => probe.Figure(metric)).FirstOrDefault(figure => figure is not null);

        IReadOnlyList<double?> Line(ProbeMetric metric) =>
            Rounded(probes.Select(probe => probe.Line(metric)).FirstOrDefault(line => line is not null) ?? nothing);
    }

    static StatementRecord Record(StatementCount s) =>
        new(s.Text, s.Calls, Math.Round(s.TotalMillis, Decimals), Math.Round(s.MeanMillis, Decimals)) { Rows = s.Rows, Blocks = s.Blocks };

    static IReadOnlyList<double?> Rounded(IReadOnlyList<double?> values) =>
        [.. values.Select(value => value is { } known ? Math.Round(known, Decimals) : value)];
}

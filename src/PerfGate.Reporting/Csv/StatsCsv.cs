using PerfGate.Gate.Records;

namespace PerfGate.Reporting.Csv;

/// <summary>stats.csv: the measured requests of each endpoint and of all together. Times in milliseconds.</summary>
internal static class StatsCsv
{
    public static string Of(RunRecord run) => CsvTable.Write(
        LocustColumns.Stats,
        [
            .. run.Endpoints.OrderBy(e => e.Name, StringComparer.Ordinal).Select(e => Row(e.Method, e.Name, e)),
            run.Overall is { } all ? Row("", LocustColumns.Aggregated, all) : Nothing(),
        ]);

    static IEnumerable<object?> Row(string method, string name, EndpointRecord endpoint)
    {
        // Without requests there are no times: the record's zeros are no measurements.
        var times = endpoint.Requests > 0 ? endpoint : null;
        return
        [
            method, name, endpoint.Requests, endpoint.Failures,
            CsvTable.Millis(times?.P50Micros),
            CsvTable.Millis(times?.MeanMicros),
            CsvTable.Millis(times?.MinMicros),
            CsvTable.Millis(times?.MaxMicros),
            (double?)times?.BytesReceived / times?.Requests,
            endpoint.RequestsPerSecond,
            endpoint.RequestsPerSecond * times?.Failures / times?.Requests,
            .. LocustColumns.Percentiles.Select(p => (object?)Percentile(endpoint, p.Quantile)),
            endpoint.ConnectTime?.Count,
            CsvTable.Millis(endpoint.ConnectTime?.QuantileMicros(0.5)),
            CsvTable.Millis(endpoint.ConnectTime?.QuantileMicros(0.95)),
        ];
    }

    static double? Percentile(EndpointRecord endpoint, double quantile) =>
        endpoint.ResponseTime.Count > 0 ? CsvTable.Millis(endpoint.ResponseTime.QuantileMicros(quantile)) : null;

    static IEnumerable<object?> Nothing() =>
        ["", LocustColumns.Aggregated, 0, 0, .. Enumerable.Repeat<object?>(null, LocustColumns.Stats.Count - 4)];
}

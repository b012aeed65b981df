using PerfGate.Gate.Records;
using PerfGate.Statistics;

namespace PerfGate.Reporting.Tests.Samples;

/// <summary>Requests being counted into the records that a run would hold.</summary>
internal sealed class Tally
{
    const int RequestsPerConnection = 25;

    readonly HdrHistogram responses = new();
    readonly HdrHistogram services = new();
    readonly HdrHistogram connects = new();
    readonly SortedDictionary<int, long> statuses = [];
    long failures;
    double sum;

    public long Requests => responses.Count;

    public long Failures => failures;

    public void Add(long micros, int status, bool failed)
    {
        statuses[status] = statuses.GetValueOrDefault(status) + 1;
        if (responses.Count % RequestsPerConnection == 0) connects.Record(micros / 10);
        responses.Record(micros);
        services.Record(micros * 98 / 100);
        sum += micros;
        if (failed) failures++;
    }

    public long? Quantile(double quantile) => responses.Count > 0 ? responses.QuantileMicros(quantile) : null;

    public EndpointRecord Record(string method, string name, double seconds) => new()
    {
        Name = name,
        Method = method,
        Requests = Requests,
        Failures = failures,
        RequestsPerSecond = seconds > 0 ? Requests / seconds : null,
        BytesReceived = Requests * 240,
        MinMicros = responses.MinMicros,
        MeanMicros = Requests > 0 ? sum / Requests : 0,
        P50Micros = Quantile(0.5) ?? 0,
        P95Micros = Quantile(0.95) ?? 0,
        P99Micros = Quantile(0.99) ?? 0,
        MaxMicros = responses.MaxMicros,
        Statuses = [.. statuses.Select(s => new StatusCount(s.Key, s.Value))],
        ResponseTime = responses,
        ServiceTime = services,
        ConnectTime = connects.Count > 0 ? connects : null,
    };
}

using PerfGate.Gate.Records;
using PerfGate.Load.Results;
using PerfGate.Statistics;

namespace PerfGate.Gate.Paired;

/// <summary>What load measured in a slot, as the record keeps it: the quantiles, not the distributions.</summary>
internal static class SlotReading
{
    public static SlotRecord Of(StageResult stage)
    {
        var all = new HdrHistogram();
        foreach (var endpoint in stage.Endpoints) all.Add(endpoint.ResponseTime);
        return new SlotRecord
        {
            Seconds = stage.Duration.TotalSeconds,
            All = Endpoint(EndpointRecord.AllRequests, "", stage.Endpoints.Sum(e => e.Failures), all),
            Endpoints =
            [
                .. stage.Endpoints
                    .Where(e => e.Requests > 0)
                    .OrderBy(e => e.Name, StringComparer.Ordinal)
                    .ThenBy(e => e.Method, StringComparer.Ordinal)
                    .Select(e => Endpoint(e.Name, e.Method, e.Failures, e.ResponseTime)),
            ],
            LagP99Micros = stage.ScheduleLagP99Micros,
        };
    }

    static SlotEndpoint Endpoint(string name, string method, long failures, HdrHistogram times) => times.Count == 0
        ? new SlotEndpoint(name, method, 0, failures, null, null, null)
        : new SlotEndpoint(name, method, times.Count, failures, times.QuantileMicros(0.5), times.QuantileMicros(0.95), times.QuantileMicros(0.99));
}

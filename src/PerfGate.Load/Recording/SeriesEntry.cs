using PerfGate.Load.Results;

namespace PerfGate.Load.Recording;

/// <summary>One entry of the series while samples may still fall into it.</summary>
internal sealed class SeriesEntry
{
    readonly SecondTally all = new();
    readonly ByEndpoint<SecondTally> endpoints = new();

    public SecondStatistics All => all.Statistics;

    public void Take(in Sample sample)
    {
        all.Take(in sample);
        endpoints[sample.Endpoint].Take(in sample);
    }

    public IReadOnlyList<SecondEndpointResult> Endpoints(EndpointTable names) =>
        [.. endpoints.Named(names)
            .Where(e => !e.Item.IsEmpty)
            .Select(e => new SecondEndpointResult(e.Key.Name, e.Key.Method, e.Item.Statistics))];

    public void Clear()
    {
        all.Clear();
        endpoints.ForEach(e => e.Clear());
    }
}

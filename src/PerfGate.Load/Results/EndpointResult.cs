using PerfGate.Statistics;

namespace PerfGate.Load.Results;

/// <summary>The requests of one endpoint in one stage. Failed requests are in the counts and in the histograms.</summary>
/// <param name="Name">The endpoint's name.</param>
/// <param name="Method">GET, POST, …; for a step that is not HTTP the word the suite gave it.</param>
/// <param name="Requests">All requests, failed ones included.</param>
/// <param name="Failures">The failed ones among them.</param>
/// <param name="BytesReceived">Body bytes of all replies together.</param>
/// <param name="ResponseTime">From when a request was asked for, or its arrival was due, to the last byte of its body.</param>
/// <param name="ServiceTime">From when it was sent to the last byte of its body.</param>
public sealed record EndpointResult(
    string Name, string Method, long Requests, long Failures, long BytesReceived, HdrHistogram ResponseTime, HdrHistogram ServiceTime)
{
    /// <summary>
    /// How long connecting took, TCP and TLS together, for those requests that had to; its count is how many did. Null: none.
    /// </summary>
    public HdrHistogram? ConnectTime { get; init; }

    /// <summary>How many requests were answered with which status; 0 stands for no complete reply, and for what is not HTTP.</summary>
    public IReadOnlyDictionary<int, long> Statuses { get; init; } = new Dictionary<int, long>();
}

using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Targets;

/// <summary>The requests that limits mean when they name an endpoint.</summary>
internal static class NamedRequests
{
    /// <summary>
    /// A name may stand for several methods: without one of them they are judged together. Null when there was no such request.
    /// </summary>
    /// <param name="method">The endpoint's method; null: all methods of the name.</param>
    /// <param name="name">The endpoint's name.</param>
    /// <param name="endpoints">All endpoints.</param>
    /// <param name="seconds">The time in which they were asked for.</param>
    public static EndpointRecord? Of(string? method, string name, IReadOnlyList<EndpointRecord> endpoints, double seconds)
    {
        var same = endpoints.Where(e => e.Name == name && (method is null || e.Method == method)).ToList();
        return same.Count switch
        {
            0 => null,
            1 => same[0],
            _ => EndpointMerge.Merge(name, "", same, seconds),
        };
    }
}

using System.Collections.Concurrent;
using PerfGate.Load.Recording;
using PerfGate.Load.Transports;

namespace PerfGate.Load.Http;

/// <summary>
/// Where endpoints lead in one run: each one's address on the target and its number in the statistics, worked out once.
/// </summary>
internal sealed class Routes(Uri target, EndpointTable endpoints)
{
    // A suite that makes a new endpoint for every request must not fill the memory.
    const int Limit = 4096;

    readonly ConcurrentDictionary<Endpoint, Route> routes = new(ReferenceEqualityComparer.Instance);
    readonly string root = target.GetLeftPart(UriPartial.Path).TrimEnd('/');
    int count;

    public Route For(Endpoint endpoint, RequestSetup? setup)
    {
        if (!routes.TryGetValue(endpoint, out var route))
        {
            route = new Route(Target(endpoint, endpoint.Path), endpoints.IdOf(endpoint.Method.Method, endpoint.Name));
            if (Volatile.Read(ref count) < Limit && routes.TryAdd(endpoint, route)) Interlocked.Increment(ref count);
        }

        return setup is null ? route : Varied(route, endpoint, setup);
    }

    Route Varied(Route route, Endpoint endpoint, RequestSetup setup)
    {
        if (setup.StatisticsName is { } name) route = route with { Endpoint = endpoints.IdOf(endpoint.Method.Method, name) };
        var path = setup.OtherPath ?? endpoint.Path;
        if (setup.AddedQuery is { } query) path += (path.Contains('?') ? "&" : "?") + query;
        return ReferenceEquals(path, endpoint.Path) ? route : route with { Target = Target(endpoint, path) };
    }

    RequestTarget Target(Endpoint endpoint, string path) => new(endpoint.Method, new Uri(root + path));
}

using PerfGate.Load.Transports;

namespace PerfGate.Load.Http;

/// <summary>Follows redirects as browsers do, but never away from the scheme, host and port that load was allowed for.</summary>
internal static class Redirects
{
    public const int Limit = 10;

    /// <summary>Where a reply sends the request on to; null: it is no redirect.</summary>
    public static string? LocationOf(Exchange reply) =>
        reply.Status is 301 or 302 or 303 or 307 or 308 ? reply.Headers.Find("Location") : null;

    /// <summary>The request that follows the redirect, and why it is not followed; null: it is.</summary>
    public static (TransportRequest Next, string? Refusal) Follow(TransportRequest request, int status, string location)
    {
        var (method, address) = (request.Target.Method, request.Target.Address);
        if (!Uri.TryCreate(address, location, out var next))
            return (request, $"redirect to '{location}', which is no address");
        if (!SamePlace(address, next))
            return (request, $"redirect to {PlaceOf(next)} refused: only redirects within {PlaceOf(address)} are followed");
        return BecomesGet(status, method)
            ? (request with { Target = new RequestTarget(HttpMethod.Get, next), Body = null, ContentType = null }, null)
            : (request with { Target = new RequestTarget(method, next) }, null);
    }

    static bool BecomesGet(int status, HttpMethod method) =>
        status is 303 ? method != HttpMethod.Head : status is 301 or 302 && method == HttpMethod.Post;

    static string PlaceOf(Uri address) => address.GetLeftPart(UriPartial.Authority);

    static bool SamePlace(Uri a, Uri b) =>
        Uri.Compare(a, b, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}

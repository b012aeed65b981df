using PerfGate.Load.Transports;

namespace PerfGate.Load.Http;

/// <summary>Follows redirects as browsers do, but never away from the scheme, host and port that load was allowed for.</summary>
internal static class Redirects
{
    public const int Limit = 10;

    /// <summary>Where a reply sends the request on to; null: it is no redirect.</summary>
    public static string? LocationOf(TransportReply reply) =>
        reply.Status is 301 or 302 or 303 or 307 or 308 ? reply.Headers.Find("Location") : null;

    /// <summary>The request that follows the redirect, or why it is not followed.</summary>
    public static (TransportRequest? Next, string? Refusal) Follow(TransportRequest request, int status, string location)
    {
        if (!Uri.TryCreate(request.Address, location, out var next))
            return (null, $"redirect to '{location}', which is no address");
        if (!SamePlace(request.Address, next))
            return (null, $"redirect to {PlaceOf(next)} refused: only redirects within {PlaceOf(request.Address)} are followed");
        var moved = request with { Address = next };
        if (BecomesGet(status, request.Method)) moved = moved with { Method = HttpMethod.Get, Body = null, ContentType = null };
        return (moved, null);
    }

    static bool BecomesGet(int status, HttpMethod method) =>
        status is 303 ? method != HttpMethod.Head : status is 301 or 302 && method == HttpMethod.Post;

    static string PlaceOf(Uri address) => address.GetLeftPart(UriPartial.Authority);

    static bool SamePlace(Uri a, Uri b) =>
        Uri.Compare(a, b, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}

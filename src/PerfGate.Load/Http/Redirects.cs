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
        if (!Uri.TryCreate(request.Address, location, out var next)) return (null, $"redirect to '{location}', which is no address");
        if (!SamePlace(request.Address, next)) return (null, $"redirect to {next.GetLeftPart(UriPartial.Authority)} refused: only redirects within {request.Address.GetLeftPart(UriPartial.Authority)} are followed");
        var becomesGet = status is 303 ? request.Method != HttpMethod.Head : status is 301 or 302 && request.Method == HttpMethod.Post;
        return (becomesGet ? request with { Address = next, Method = HttpMethod.Get, Body = null, ContentType = null } : request with { Address = next }, null);
    }

    static bool SamePlace(Uri a, Uri b) =>
        Uri.Compare(a, b, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}

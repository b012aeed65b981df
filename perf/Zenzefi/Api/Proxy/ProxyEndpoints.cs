namespace Zenzefi.Api.Proxy;

internal static class ProxyEndpoints
{
    public static void MapProxy(this IEndpointRouteBuilder api) => api.MapGroup("/proxy")
        .MapGet("/status", (ProxyCaller caller, TimeProvider clock) =>
            TypedResults.Json(ProxyStatusBody.Of(caller.Token, clock.GetUtcNow())));
}

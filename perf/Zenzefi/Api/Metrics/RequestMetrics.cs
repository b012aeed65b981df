using System.Diagnostics;
using System.Globalization;

namespace Zenzefi.Api.Metrics;

internal static class RequestMetrics
{
    /// <summary>
    /// Counts every answer that the application gives, whatever made it. Counted before the first byte leaves: whoever
    /// has the answer to one request can rely on finding it in the metrics with the next.
    /// </summary>
    public static void UseRequestMetrics(this WebApplication app)
    {
        var metrics = app.Services.GetRequiredService<ServerMetrics>();
        app.Use(next => context =>
        {
            var start = Stopwatch.GetTimestamp();
            context.Response.OnStarting(() =>
            {
                Count(metrics, context, start);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    static void Count(ServerMetrics metrics, HttpContext context, long start)
    {
        var path = context.GetEndpoint() is RouteEndpoint endpoint ? endpoint.RoutePattern.RawText! : "unmatched";
        var method = KnownMethod(context.Request.Method);
        var status = context.Response.StatusCode.ToString(CultureInfo.InvariantCulture);
        metrics.HttpRequests.Add(path, method, status);
        if (context.Request.Path.StartsWithSegments("/api/v1/proxy", StringComparison.OrdinalIgnoreCase))
        {
            metrics.ProxyRequests.Add(method, status);
            metrics.ProxyLatency.Observe(Stopwatch.GetElapsedTime(start));
        }
    }

    // A method is whatever a client likes to send: unknown ones share a label, so that labels cannot be multiplied at will.
    static string KnownMethod(string method) =>
        method is "GET" or "POST" or "HEAD" or "PUT" or "PATCH" or "DELETE" or "OPTIONS" ? method : "other";
}

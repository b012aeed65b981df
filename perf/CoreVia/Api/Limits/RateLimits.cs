using System.Globalization;

namespace CoreVia.Api.Limits;

internal static class RateLimits
{
    /// <summary>Answers 429 to an address that is over its limit, on every path but /health; nothing at all for a limit of 0.</summary>
    public static void UseRateLimit(this WebApplication app, int requests, TimeProvider clock)
    {
        if (requests == 0)
        {
            return;
        }

        var limiter = new RateLimiter(requests, clock);
        app.Use((context, next) => context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
            ? next(context)
            : LimitAsync(limiter, requests, context, next));
    }

    static Task LimitAsync(RateLimiter limiter, int requests, HttpContext context, RequestDelegate next)
    {
        var (remaining, wait) = limiter.Enter(AddressOf(context));
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers["X-RateLimit-Limit"] = requests.ToString(CultureInfo.InvariantCulture);
            headers["X-RateLimit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture);
            if (wait is { } time)
            {
                headers.RetryAfter = Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return Task.CompletedTask;
        });
        return wait is null
            ? next(context)
            : Errors.Detail(StatusCodes.Status429TooManyRequests, $"More than {requests} requests within a minute.").ExecuteAsync(context);
    }

    /// <summary>The client's address: the first that a proxy in front has seen, or else the other end of the connection.</summary>
    static string AddressOf(HttpContext context) =>
        context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[0].Trim() is { Length: > 0 } first
            ? first
            : context.Connection.RemoteIpAddress?.ToString() ?? "";
}

using System.Globalization;

namespace CoreVia.Api.Http;

internal static class AnswerHeaders
{
    static readonly (string Name, string Value)[] Always =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("X-XSS-Protection", "1; mode=block"),
        ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
        ("Content-Security-Policy", "default-src 'self'"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", "geolocation=(), microphone=(), camera=()"),
    ];

    /// <summary>Puts the headers of the contract on every answer, the time it took (in seconds) among them.</summary>
    public static void UseAnswerHeaders(this WebApplication app, TimeProvider clock) => app.Use((context, next) =>
    {
        var start = clock.GetTimestamp();

        // When the answer starts, because an error clears what was set before.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            foreach (var (name, value) in Always)
            {
                headers[name] = value;
            }

            headers["X-Process-Time"] = clock.GetElapsedTime(start).TotalSeconds.ToString("F6", CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        return next(context);
    });
}

using System.Globalization;

namespace Zenzefi.Api.Health;

internal static class HealthEndpoint
{
    /// <summary>Always 200: the answer says how the system is, and that there is an answer says that it runs.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app) => app.MapGet("/health", ReportAsync);

    static async Task<IResult> ReportAsync(HealthCheck check, CancellationToken ct)
    {
        var report = await check.ReportAsync(ct);
        return TypedResults.Json(new HealthBody(
            report.Status.ToString().ToLowerInvariant(),
            report.CheckedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)));
    }
}

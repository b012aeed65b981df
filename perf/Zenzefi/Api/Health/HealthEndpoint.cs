namespace Zenzefi.Api.Health;

internal static class HealthEndpoint
{
    /// <summary>Always 200: the answer says how the system is, and that there is an answer says that it runs.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app) => app.MapGet("/health", ReportAsync);

    static async Task<IResult> ReportAsync(HealthCheck check, CancellationToken ct) =>
        TypedResults.Json(HealthBody.Of(await check.ReportAsync(ct)));
}

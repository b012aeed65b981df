using CoreVia.Api.Auth;

namespace CoreVia.Api.Analytics;

internal static class AnalyticsEndpoints
{
    public static void MapAnalytics(this IEndpointRouteBuilder api) => api.MapGet("/analytics/dashboard", DashboardAsync);

    static async Task<IResult> DashboardAsync(CurrentUser user, Dashboard dashboard, CancellationToken ct) =>
        TypedResults.Json(await dashboard.OfAsync(user.Id, ct));
}

using Zenzefi.Api.Data;
using Zenzefi.Api.Health;

namespace Zenzefi.Api.Metrics;

internal static class MetricsEndpoint
{
    public static void MapMetrics(this IEndpointRouteBuilder app) => app.MapGet("/metrics", ScrapeAsync);

    static async Task<IResult> ScrapeAsync(
        ServerMetrics metrics,
        ZenzefiDb db,
        Queries queries,
        ICacheServer cache,
        ILogger<ServerMetrics> logger,
        CancellationToken ct)
    {
        var text = new PrometheusText();
        foreach (var family in metrics.Families)
        {
            family.WriteTo(text);
        }

        Gauge("redis_connected", "1 when the cache answers (in-process where no Redis is configured).", await cache.PingAsync(ct) ? 1 : 0);
        try
        {
            var tokens = await queries.ActiveTokens(db, ct);
            var sessions = await queries.ActiveSessions(db, ct);
            var users = await queries.AllUsers(db, ct);
            Gauge("active_tokens", "Access tokens that are neither switched off nor revoked.", tokens);
            Gauge("active_sessions", "Proxy sessions in progress.", sessions);
            Gauge("total_users", "Accounts.", users);
            Gauge("database_connected", "1 when the database answers.", 1);
        }
        catch (Exception exception) when (DatabaseFailure.Find(exception) is not null)
        {
            // What could not be counted is left out: a 0 would read as "there are none".
            logger.LogError(exception, "The database could not be counted");
            Gauge("database_connected", "1 when the database answers.", 0);
        }

        return TypedResults.Text(text.ToString(), PrometheusText.ContentType);

        void Gauge(string name, string help, double value)
        {
            text.Family(name, "gauge", help);
            text.Sample(name, value);
        }
    }
}

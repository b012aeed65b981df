using Microsoft.EntityFrameworkCore;
using Zenzefi.Api.Data;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api.Health;

/// <summary>Looks at everything that the system needs, and remembers what it saw.</summary>
internal sealed class HealthCheck(
    IServiceScopeFactory scopes,
    ICacheServer cacheServer,
    IHealthCache cache,
    HttpClient upstream,
    ZenzefiSettings settings,
    TimeProvider clock)
{
    /// <summary>The last report while it is fresh, or a new one.</summary>
    public async ValueTask<HealthReport> ReportAsync(CancellationToken ct) =>
        await cache.FindAsync(ct) ?? await CheckAsync(ct);

    /// <summary>Looks now.</summary>
    public async Task<HealthReport> CheckAsync(CancellationToken ct)
    {
        var status = !await DatabaseAnswersAsync(ct) || !await cacheServer.PingAsync(ct) ? HealthStatus.Unhealthy
            : !await UpstreamAnswersAsync(ct) ? HealthStatus.Degraded
            : HealthStatus.Healthy;
        var report = new HealthReport(status, clock.GetUtcNow());
        await cache.StoreAsync(report, ct);
        return report;
    }

    async Task<bool> DatabaseAnswersAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ZenzefiDb>().Database.ExecuteSqlRawAsync("SELECT 1", ct);
            return true;
        }
        catch (Exception exception) when (DatabaseFailure.Find(exception) is not null)
        {
            return false;
        }
    }

    async Task<bool> UpstreamAnswersAsync(CancellationToken ct)
    {
        if (settings.Health.Target is not { } target)
        {
            return true;
        }

        using var timeout = new CancellationTokenSource(settings.Health.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, target);
            using var response = await upstream.SendAsync(request, either.Token);
            return (int)response.StatusCode < StatusCodes.Status400BadRequest;
        }
        catch (Exception exception) when (exception is HttpRequestException || timeout.IsCancellationRequested)
        {
            return false;
        }
    }
}

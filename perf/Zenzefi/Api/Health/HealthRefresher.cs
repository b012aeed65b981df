using Zenzefi.Api.Settings;

namespace Zenzefi.Api.Health;

/// <summary>Checks in the background, the first time at start, so that nobody who asks has to wait for a check.</summary>
internal sealed class HealthRefresher(HealthCheck check, ZenzefiSettings settings, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Health.Interval, clock);
        do
        {
            await check.CheckAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

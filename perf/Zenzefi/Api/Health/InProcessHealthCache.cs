namespace Zenzefi.Api.Health;

/// <summary>The last report in this process's own memory, for two minutes.</summary>
internal sealed class InProcessHealthCache(TimeProvider clock) : IHealthCache
{
    static readonly TimeSpan TimeToLive = TimeSpan.FromSeconds(120);

    volatile HealthReport? last;

    public ValueTask<HealthReport?> FindAsync(CancellationToken ct) =>
        ValueTask.FromResult(last is { } report && clock.GetUtcNow() - report.CheckedAt < TimeToLive ? report : null);

    public ValueTask StoreAsync(HealthReport report, CancellationToken ct)
    {
        last = report;
        return ValueTask.CompletedTask;
    }
}

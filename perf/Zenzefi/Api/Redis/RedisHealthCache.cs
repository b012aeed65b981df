using Zenzefi.Api.Health;
using Zenzefi.Api.Http;

namespace Zenzefi.Api.Redis;

/// <summary>The last report in Redis, for two minutes, where other processes find it too.</summary>
internal sealed class RedisHealthCache(RedisClient redis) : IHealthCache
{
    const string Key = "health:status";
    static readonly TimeSpan TimeToLive = TimeSpan.FromSeconds(120);

    public async ValueTask<HealthReport?> FindAsync(CancellationToken ct) =>
        (await redis.FindJsonAsync(Key, ZenzefiJson.Default.HealthBody, ct))?.ToReport();

    public ValueTask StoreAsync(HealthReport report, CancellationToken ct) =>
        redis.StoreJsonAsync(Key, HealthBody.Of(report), ZenzefiJson.Default.HealthBody, TimeToLive, ct);
}

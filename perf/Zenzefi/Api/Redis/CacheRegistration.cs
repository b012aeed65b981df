using Zenzefi.Api.Health;
using Zenzefi.Api.Limits;
using Zenzefi.Api.Proxy;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api.Redis;

internal static class CacheRegistration
{
    /// <summary>Keeps caches and limits in Redis, or in this process where there is none.</summary>
    public static IServiceCollection AddCaches(this IServiceCollection services, RedisSettings? redis) => redis is null
        ? services
            .AddSingleton<ICacheServer, InProcessCacheServer>()
            .AddSingleton<ITokenCache, InProcessTokenCache>()
            .AddSingleton<IHealthCache, InProcessHealthCache>()
            .AddSingleton<IRateLimiter, InProcessRateLimiter>()
        : services
            .AddSingleton(redis)
            .AddSingleton<RedisClient>()
            .AddSingleton<ICacheServer, RedisCacheServer>()
            .AddSingleton<ITokenCache, RedisTokenCache>()
            .AddSingleton<IHealthCache, RedisHealthCache>()
            .AddSingleton<IRateLimiter, RedisRateLimiter>();
}

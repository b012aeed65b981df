using Zenzefi.Api.Http;
using Zenzefi.Api.Proxy;

namespace Zenzefi.Api.Redis;

/// <summary>Activated tokens in Redis, each for the rest of its life.</summary>
internal sealed class RedisTokenCache(RedisClient redis, TimeProvider clock) : ITokenCache
{
    public ValueTask<ActiveToken?> FindAsync(string secretHash, CancellationToken ct) =>
        redis.FindJsonAsync(KeyOf(secretHash), ZenzefiJson.Default.ActiveToken, ct);

    public ValueTask StoreAsync(string secretHash, ActiveToken token, CancellationToken ct)
    {
        var left = token.ExpiresAt - clock.GetUtcNow();
        return left >= TimeSpan.FromSeconds(1)
            ? redis.StoreJsonAsync(KeyOf(secretHash), token, ZenzefiJson.Default.ActiveToken, left.Value, ct)
            : ValueTask.CompletedTask;
    }

    static string KeyOf(string secretHash) => $"active_token:{secretHash}";
}

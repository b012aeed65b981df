using Zenzefi.Api.Health;

namespace Zenzefi.Api.Redis;

/// <summary>Redis itself.</summary>
internal sealed class RedisCacheServer(RedisClient redis) : ICacheServer
{
    public async ValueTask<bool> PingAsync(CancellationToken ct)
    {
        try
        {
            return await redis.SendAsync(["PING"], ct) is { Kind: RespKind.Text, Text: "PONG" };
        }
        catch (RedisException)
        {
            return false;
        }
    }
}

using System.Globalization;
using System.Security.Cryptography;
using Zenzefi.Api.Limits;

namespace Zenzefi.Api.Redis;

/// <summary>
/// Sliding windows in Redis, shared by all processes: a sorted set for each caller, scored by the second. A refused
/// request is not counted, and without Redis nobody is refused.
/// </summary>
internal sealed class RedisRateLimiter(RedisClient redis, TimeProvider clock) : IRateLimiter
{
    /// <summary>Runs as one: between counting and adding, nobody else can get in. Answers the seconds to wait, or nothing.</summary>
    const string Script =
        """
        local now, window = tonumber(ARGV[1]), tonumber(ARGV[2])
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - window)
        if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[3]) then
          return tonumber(redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')[2]) + window - now
        end
        redis.call('ZADD', KEYS[1], now, ARGV[4])
        redis.call('EXPIRE', KEYS[1], window)
        return false
        """;

    public async ValueTask<TimeSpan?> TryEnterAsync(LimitClass limited, string identity, CancellationToken ct)
    {
        var limit = Limit.Of(limited);
        var now = Text(clock.GetUtcNow().ToUnixTimeSeconds());
        var key = $"rate_limit:{limited.ToString().ToLowerInvariant()}:{identity}";
        try
        {
            var reply = await redis.SendAsync(
                [
                    "EVAL", Script, "1", key,
                    now, Text((long)limit.Window.TotalSeconds), Text(limit.Requests), now + RandomNumberGenerator.GetHexString(16, lowercase: true),
                ],
                ct);
            return reply.Kind == RespKind.Number ? TimeSpan.FromSeconds(reply.Number) : null;
        }
        catch (RedisException)
        {
            return null;
        }
    }

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

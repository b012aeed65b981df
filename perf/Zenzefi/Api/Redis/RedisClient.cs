using Zenzefi.Api.Metrics;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api.Redis;

/// <summary>
/// Talks to Redis over one shared connection, opened when first needed and again after it broke. While Redis is out of
/// reach, most commands fail at once: only one in a while tries to connect.
/// </summary>
internal sealed class RedisClient(RedisSettings settings, ServerMetrics metrics, TimeProvider clock, ILogger<RedisClient> logger)
    : IAsyncDisposable
{
    static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    readonly SemaphoreSlim opening = new(1, 1);
    RedisConnection? connection;
    (long At, RedisException Why)? failed;
    string? trouble;

    /// <summary>Sends one command, for example <c>["GET", key]</c>. Never repeated: it may have been done although no reply came.</summary>
    /// <exception cref="RedisException">It is out of reach, too slow, or refuses the command.</exception>
    public async Task<RespReply> SendAsync(string[] command, CancellationToken ct)
    {
        try
        {
            var open = connection is { IsOpen: true } current ? current : await OpenAsync(ct);
            var start = clock.GetTimestamp();
            var reply = await open.SendAsync(command, ct);
            metrics.CacheOperations.Observe(clock.GetElapsedTime(start), command[0].ToLowerInvariant());
            if (reply.Kind == RespKind.Error)
            {
                throw new RedisException($"{settings.Shown} refused {command[0]}: {reply.Text}");
            }

            Note(null);
            return reply;
        }
        catch (RedisException exception)
        {
            Note(exception.Message);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is { } open)
        {
            await open.DisposeAsync();
        }

        opening.Dispose();
    }

    async Task<RedisConnection> OpenAsync(CancellationToken ct)
    {
        await opening.WaitAsync(ct);
        try
        {
            if (connection is { IsOpen: true } current)
            {
                return current;
            }

            if (failed is { } last && clock.GetElapsedTime(last.At) < BetweenAttempts)
            {
                throw new RedisException(last.Why.Message, last.Why);
            }

            try
            {
                return connection = await RedisConnection.OpenAsync(settings, clock, ct);
            }
            catch (RedisException exception)
            {
                failed = (clock.GetTimestamp(), exception);
                throw;
            }
        }
        finally
        {
            opening.Release();
        }
    }

    /// <summary>Logs trouble when it starts or changes, and its end: not once per request.</summary>
    void Note(string? now)
    {
        if (trouble == now || Interlocked.Exchange(ref trouble, now) == now)
        {
            return;
        }

        if (now is null)
        {
            logger.LogWarning("{Server} answers again", settings.Shown);
        }
        else
        {
            logger.LogWarning("{Trouble} Going on without it: no limits, no cached tokens", now);
        }
    }
}

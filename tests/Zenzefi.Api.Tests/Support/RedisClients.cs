using Microsoft.Extensions.Logging;
using Zenzefi.Api.Metrics;
using Zenzefi.Api.Redis;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api.Tests.Support;

internal static class RedisClients
{
    public static RedisClient Client(this RedisSettings settings, TimeProvider? clock = null, ILogger<RedisClient>? logger = null) =>
        new(settings, new ServerMetrics(), clock ?? TimeProvider.System, logger ?? new ListLogger<RedisClient>());

    public static Task<RespReply> SendAsync(this RedisClient client, params string[] command) =>
        client.SendAsync(command, TestContext.Current.CancellationToken);
}

using Zenzefi.Api.Settings;

[assembly: AssemblyFixture(typeof(Zenzefi.Api.Tests.Support.SharedRedis))]

namespace Zenzefi.Api.Tests.Support;

/// <summary>One Redis for all tests, started when the first asks for it; each gets an empty database of its own.</summary>
public sealed class SharedRedis : IAsyncLifetime
{
    readonly Lazy<Task<RedisServer>> started = new(() => RedisServer.StartAsync());
    int databases;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    internal async Task<RedisSettings> DatabaseAsync() =>
        new("127.0.0.1", (await started.Value).Port, Interlocked.Increment(ref databases), User: null, Password: null);

    internal async Task<(string Name, string Value)> UrlAsync() => ("REDIS_URL", (await DatabaseAsync()).Shown);

    public async ValueTask DisposeAsync()
    {
        if (started.IsValueCreated)
        {
            await (await started.Value).DisposeAsync();
        }
    }
}

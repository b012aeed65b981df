namespace Zenzefi.Api.Health;

/// <summary>This process's own memory, which answers for as long as anything does.</summary>
internal sealed class InProcessCacheServer : ICacheServer
{
    public ValueTask<bool> PingAsync(CancellationToken ct) => ValueTask.FromResult(true);
}

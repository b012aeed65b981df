namespace Zenzefi.Api.Health;

/// <summary>The server that keeps caches and limits.</summary>
internal interface ICacheServer
{
    /// <summary>Whether it answers.</summary>
    ValueTask<bool> PingAsync(CancellationToken ct);
}

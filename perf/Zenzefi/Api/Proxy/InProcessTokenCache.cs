using System.Collections.Concurrent;

namespace Zenzefi.Api.Proxy;

/// <summary>The cache in this process's own memory.</summary>
internal sealed class InProcessTokenCache : ITokenCache
{
    readonly ConcurrentDictionary<string, ActiveToken> tokens = new(StringComparer.Ordinal);

    public ValueTask<ActiveToken?> FindAsync(string secretHash, CancellationToken ct) =>
        ValueTask.FromResult(tokens.GetValueOrDefault(secretHash));

    public ValueTask StoreAsync(string secretHash, ActiveToken token, CancellationToken ct)
    {
        tokens[secretHash] = token;
        return ValueTask.CompletedTask;
    }
}

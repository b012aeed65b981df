namespace Zenzefi.Api.Proxy;

/// <summary>Remembers activated tokens by the SHA-256 of their secret (lower-case hex), so that they need no query.</summary>
internal interface ITokenCache
{
    ValueTask<ActiveToken?> FindAsync(string secretHash, CancellationToken ct);

    /// <summary>Keeps a token for the rest of its life.</summary>
    ValueTask StoreAsync(string secretHash, ActiveToken token, CancellationToken ct);
}

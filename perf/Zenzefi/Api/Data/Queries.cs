using Microsoft.EntityFrameworkCore;

namespace Zenzefi.Api.Data;

/// <summary>
/// The queries of the hot paths, compiled once. An instance per application, because a compiled query belongs to
/// the model of one provider.
/// </summary>
internal sealed class Queries
{
    public Func<ZenzefiDb, Guid, CancellationToken, Task<User?>> UserById { get; } =
        EF.CompileAsyncQuery((ZenzefiDb db, Guid id, CancellationToken ct) => db.Users.SingleOrDefault(u => u.Id == id));

    public Func<ZenzefiDb, string, CancellationToken, Task<User?>> UserByEmail { get; } =
        EF.CompileAsyncQuery((ZenzefiDb db, string email, CancellationToken ct) =>
            db.Users.SingleOrDefault(u => u.Email == email));

    public Func<ZenzefiDb, Guid, CancellationToken, Task<decimal?>> BalanceOf { get; } =
        EF.CompileAsyncQuery((ZenzefiDb db, Guid id, CancellationToken ct) =>
            db.Users.Where(u => u.Id == id).Select(u => (decimal?)u.CurrencyBalance).SingleOrDefault());

    /// <summary>A token by its secret, unless it is switched off or revoked.</summary>
    public Func<ZenzefiDb, string, CancellationToken, Task<AccessToken?>> UsableToken { get; } =
        EF.CompileAsyncQuery((ZenzefiDb db, string token, CancellationToken ct) =>
            db.AccessTokens.SingleOrDefault(t => t.Token == token && t.IsActive && t.RevokedAt == null));

    public Func<ZenzefiDb, CancellationToken, Task<int>> ActiveTokens { get; } =
        EF.CompileAsyncQuery((ZenzefiDb db, CancellationToken ct) =>
            db.AccessTokens.Count(t => t.IsActive && t.RevokedAt == null));

    public Func<ZenzefiDb, CancellationToken, Task<int>> ActiveSessions { get; } =
        EF.CompileAsyncQuery((ZenzefiDb db, CancellationToken ct) => db.ProxySessions.Count(s => s.IsActive));

    public Func<ZenzefiDb, CancellationToken, Task<int>> AllUsers { get; } =
        EF.CompileAsyncQuery((ZenzefiDb db, CancellationToken ct) => db.Users.Count());

    public Func<ZenzefiDb, Guid, IAsyncEnumerable<AccessToken>> TokensOf { get; } =
        EF.CompileAsyncQuery((ZenzefiDb db, Guid userId) =>
            db.AccessTokens.Where(t => t.UserId == userId).OrderByDescending(t => t.CreatedAt).AsQueryable());

    public Func<ZenzefiDb, Guid, IAsyncEnumerable<AccessToken>> UsableTokensOf { get; } =
        EF.CompileAsyncQuery((ZenzefiDb db, Guid userId) => db.AccessTokens
            .Where(t => t.UserId == userId && t.IsActive && t.RevokedAt == null)
            .OrderByDescending(t => t.CreatedAt)
            .AsQueryable());
}

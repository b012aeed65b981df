using Microsoft.EntityFrameworkCore;
using Zenzefi.Api.Data;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api.Tokens;

/// <summary>Lists the tokens that a user owns.</summary>
internal sealed class TokenShelf(ZenzefiDb db, Queries queries, TimeProvider clock, ZenzefiSettings settings)
{
    /// <summary>All of them, newest first; with <paramref name="activeOnly"/> without the revoked and the expired.</summary>
    public async Task<List<TokenBody>> ListAsync(Guid userId, bool activeOnly, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var list = new List<TokenBody>();
        var rows = settings.Faults.NPlusOne ? RowByRowAsync(userId, activeOnly, ct)
            : activeOnly ? queries.UsableTokensOf(db, userId)
            : queries.TokensOf(db, userId);
        await foreach (var token in rows.WithCancellation(ct))
        {
            if (!activeOnly || !token.IsExpiredAt(now))
            {
                list.Add(TokenBody.Of(token, settings.Prices));
            }
        }

        return list;
    }

    async IAsyncEnumerable<AccessToken> RowByRowAsync(
        Guid userId,
        bool activeOnly,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var ids = await db.AccessTokens
            .Where(t => t.UserId == userId && (!activeOnly || (t.IsActive && t.RevokedAt == null)))
            .OrderByDescending(t => t.CreatedAt)
            .Select(t => t.Id)
            .ToListAsync(ct);
        foreach (var id in ids)
        {
            yield return await db.AccessTokens.SingleAsync(t => t.Id == id, ct);
        }
    }
}

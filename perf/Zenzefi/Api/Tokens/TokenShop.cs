using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Zenzefi.Api.Currency;
using Zenzefi.Api.Data;

namespace Zenzefi.Api.Tokens;

/// <summary>Sells tokens: money, token and history change together or not at all.</summary>
internal sealed class TokenShop(ZenzefiDb db, WriterLane lane, Wallet wallet, TimeProvider clock)
{
    const int SecretBytes = 48;

    /// <summary>A purchase above this earns the buyer's referrer a bonus, once.</summary>
    const decimal BonusThreshold = 100m;

    const decimal BonusShare = 0.10m;

    /// <summary>The new token, or null when the balance is below the price.</summary>
    public async Task<AccessToken?> BuyAsync(User buyer, PurchaseInput input, decimal price, CancellationToken ct)
    {
        await using var write = await lane.EnterAsync(db, ct);
        if (!await wallet.TryChangeAsync(buyer.Id, -price, ct))
        {
            return null;
        }

        await RewardReferrerAsync(buyer, price, ct);
        var token = new AccessToken
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UserId = buyer.Id,
            Token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)),
            DurationHours = input.DurationHours,
            Scope = input.Scope,
            CreatedAt = clock.NaiveUtcNow(),
        };
        db.Add(token);
        wallet.Record(buyer.Id, -price, TransactionType.Purchase, $"Access token for {input.DurationHours} h");
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return token;
    }

    async Task RewardReferrerAsync(User buyer, decimal price, CancellationToken ct)
    {
        if (price <= BonusThreshold || buyer.ReferredById is not { } referrer)
        {
            return;
        }

        // The buyer's row is locked by now, so that no other purchase can count itself as the first one as well.
        var earlier = await db.Transactions.AnyAsync(
            t => t.UserId == buyer.Id && t.TransactionType == TransactionType.Purchase && t.Amount < -BonusThreshold,
            ct);
        var bonus = decimal.Round(price * BonusShare, 2);
        if (earlier || !await wallet.TryChangeAsync(referrer, bonus, ct))
        {
            return;
        }

        await db.Users
            .Where(u => u.Id == referrer)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.ReferralBonusEarned, u => u.ReferralBonusEarned + bonus), ct);
        wallet.Record(referrer, bonus, TransactionType.ReferralBonus, $"Bonus for the first large purchase of {buyer.Username}");
    }
}

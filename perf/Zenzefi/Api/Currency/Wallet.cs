using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Zenzefi.Api.Data;

namespace Zenzefi.Api.Currency;

/// <summary>
/// Changes balances. Every change is one conditional UPDATE, so that however many arrive at once, none is lost and
/// none takes a balance below zero.
/// </summary>
internal sealed class Wallet(ZenzefiDb db, WriterLane lane, Queries queries, TimeProvider clock)
{
    /// <summary>Adds money and writes it into the history. Null when the balance would no longer fit its column.</summary>
    public async Task<decimal?> DepositAsync(Guid userId, decimal amount, CancellationToken ct)
    {
        await using var write = await lane.EnterAsync(db, ct);
        if (!await TryChangeAsync(userId, amount, ct))
        {
            return null;
        }

        Record(userId, amount, TransactionType.Deposit, $"Deposit of {amount:F2} ZNC", MockPaymentId(userId));
        await db.SaveChangesAsync(ct);
        var balance = await queries.BalanceOf(db, userId, ct);
        await write.CommitAsync(ct);
        return balance;
    }

    /// <summary>Adds an amount, below zero to take. Nothing happens, and false, when the result is out of range.</summary>
    public async Task<bool> TryChangeAsync(Guid userId, decimal amount, CancellationToken ct)
    {
        var now = clock.NaiveUtcNow();
        return await db.Users
            .Where(u => u.Id == userId
                && u.CurrencyBalance + amount >= 0m
                && u.CurrencyBalance + amount <= ZenzefiDb.LargestAmount)
            .ExecuteUpdateAsync(
                set => set.SetProperty(u => u.CurrencyBalance, u => u.CurrencyBalance + amount).SetProperty(u => u.UpdatedAt, now),
                ct) == 1;
    }

    /// <summary>Adds a line to the history; it is written with the caller's next SaveChanges.</summary>
    public void Record(Guid userId, decimal amount, TransactionType type, string description, string? paymentId = null) =>
        db.Add(new Transaction
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UserId = userId,
            Amount = amount,
            TransactionType = type,
            Description = description,
            PaymentId = paymentId,
            CreatedAt = clock.NaiveUtcNow(),
        });

    // The same for every deposit of a user, because the modelled system does so; it identifies, and protects nothing.
#pragma warning disable CA5351
    static string MockPaymentId(Guid userId) =>
        "MOCK_" + Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(userId.ToString())))[..8];
#pragma warning restore CA5351
}

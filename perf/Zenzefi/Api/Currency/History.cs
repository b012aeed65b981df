using Microsoft.EntityFrameworkCore;
using Zenzefi.Api.Data;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api.Currency;

/// <summary>Reads what happened to a balance.</summary>
internal sealed class History(ZenzefiDb db, ZenzefiSettings settings)
{
    public async Task<TransactionsBody> PageAsync(Guid userId, TransactionsInput input, CancellationToken ct)
    {
        var all = db.Transactions.Where(t => t.UserId == userId);
        if (input.Type is { } type)
        {
            all = all.Where(t => t.TransactionType == type);
        }

        var total = await all.CountAsync(ct);
        var page = all.OrderByDescending(t => t.CreatedAt).ThenByDescending(t => t.Id).Skip(input.Offset).Take(input.Limit);
        var items = settings.Faults.NPlusOne ? await RowByRowAsync(page, ct) : await page.ToListAsync(ct);
        return new TransactionsBody([.. items.Select(TransactionBody.Of)], total, input.Limit, input.Offset);
    }

    async Task<List<Transaction>> RowByRowAsync(IQueryable<Transaction> page, CancellationToken ct)
    {
        var rows = new List<Transaction>();
        foreach (var id in await page.Select(t => t.Id).ToListAsync(ct))
        {
            rows.Add(await db.Transactions.SingleAsync(t => t.Id == id, ct));
        }

        return rows;
    }
}

using CoreVia.Api.Data;

namespace CoreVia.Api.Diary;

/// <summary>Writes what users have done and eaten.</summary>
internal sealed class Diaries(CoreViaDb db, WriterLane lane, TimeProvider clock)
{
    /// <summary>Adds a row, committed on return.</summary>
    /// <param name="make">Makes it from its id, its user and the time (UTC).</param>
    /// <param name="user">Whose it is.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<TRow> AddAsync<TRow>(Func<string, string, DateTime, TRow> make, string user, CancellationToken ct)
        where TRow : class
    {
        var row = make(clock.NewId(), user, clock.NaiveUtcNow());
        await using var write = await lane.EnterAsync(db, ct);
        db.Add(row);
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return row;
    }
}

using Microsoft.EntityFrameworkCore;

namespace ReferenceSystem.Data;

/// <summary>
/// The way into a write transaction. SQLite has one writer at a time: waiting for one's turn here costs nothing,
/// while colliding inside SQLite means sleeping and trying again. PostgreSQL locks rows, so its lane is open.
/// </summary>
internal sealed class WriterLane : IDisposable
{
    readonly SemaphoreSlim? turn;

    WriterLane(SemaphoreSlim? turn) => this.turn = turn;

    public static WriterLane OneAtATime() => new(new SemaphoreSlim(1, 1));

    public static WriterLane Open() => new(turn: null);

    /// <summary>Waits for a turn and begins a transaction; what is not committed is rolled back on disposal.</summary>
    public async Task<WriteUnit> EnterAsync(DbContext db, CancellationToken ct)
    {
        if (turn is not null)
        {
            await turn.WaitAsync(ct);
        }

        try
        {
            // One SaveChanges per transaction: a savepoint in it would only cost two statements more.
            db.Database.AutoSavepointsEnabled = false;
            return new WriteUnit(await db.Database.BeginTransactionAsync(ct), turn);
        }
        catch
        {
            turn?.Release();
            throw;
        }
    }

    public void Dispose() => turn?.Dispose();
}

using Microsoft.EntityFrameworkCore.Storage;

namespace ReferenceSystem.Data;

/// <summary>One write transaction and its place in the <see cref="WriterLane"/>.</summary>
internal sealed class WriteUnit(IDbContextTransaction transaction, SemaphoreSlim? turn) : IAsyncDisposable
{
    public Task CommitAsync(CancellationToken ct) => transaction.CommitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            turn?.Release();
        }
    }
}

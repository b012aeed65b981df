using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace ReferenceSystem.Data;

/// <summary>
/// Prepares each SQLite connection once: write-ahead log, so that readers never wait for the writer; no fsync per
/// commit, which WAL does not need to stay consistent; and patience with writers in other processes.
/// </summary>
internal sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    // Connections are pooled below EF: what is opened again is mostly a handle that was prepared before.
    readonly ConditionalWeakTable<sqlite3, object> prepared = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default)
    {
        Prepare(connection);
        return Task.CompletedTask;
    }

    void Prepare(DbConnection connection)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (prepared.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;";
        command.ExecuteNonQuery();
        prepared.AddOrUpdate(handle, this);
    }
}

using Npgsql;

namespace PerfGate.Environments.Migrations;

/// <summary>Which files were applied to a database: the table <c>perfgate_migrations</c> in it.</summary>
internal sealed class SqlJournal(NpgsqlConnection connection)
{
    // "perfgate" as a number: every run that migrates one database takes the same lock.
    const long LockKey = 0x7065726667617465;

    /// <summary>Waits until nobody else migrates this database; the end of the connection frees it.</summary>
    public Task LockAsync(CancellationToken ct) => ExecuteAsync($"select pg_advisory_lock({LockKey})", ct);

    /// <summary>Makes the table if need be.</summary>
    public Task CreateAsync(CancellationToken ct) => ExecuteAsync(
        """
        create table if not exists perfgate_migrations (
            name text primary key,
            checksum text not null,
            applied_at timestamptz not null default now(),
            duration_ms bigint not null)
        """,
        ct);

    /// <summary>Its lines, in the order of their names.</summary>
    public async Task<IReadOnlyList<AppliedFile>> ReadAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select name, checksum from perfgate_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var lines = new List<AppliedFile>();
        while (await reader.ReadAsync(ct))
        {
            lines.Add(new AppliedFile(reader.GetString(0), reader.GetString(1)));
        }

        return [.. lines.OrderBy(line => line.Name, StringComparer.Ordinal)];
    }

    /// <summary>Writes that a file was applied; part of the transaction that the connection is in.</summary>
    public async Task AddAsync(SqlFile file, TimeSpan duration, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "insert into perfgate_migrations (name, checksum, duration_ms) values ($1, $2, $3)", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = file.Name });
        command.Parameters.Add(new NpgsqlParameter { Value = file.Checksum });
        command.Parameters.Add(new NpgsqlParameter { Value = (long)duration.TotalMilliseconds });
        await command.ExecuteNonQueryAsync(ct);
    }

    async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}

using Npgsql;

namespace PerfGate.Environments.Probes.Postgres;

/// <summary>Reads how tables were read, where the server counts that.</summary>
internal sealed class PostgresTables(NpgsqlConnection connection)
{
    /// <summary>One entry for each table; null when the server does not count, or does not tell.</summary>
    /// <exception cref="NpgsqlException">The connection broke.</exception>
    public async Task<IReadOnlyList<TableCount>?> ReadAsync(CancellationToken ct)
    {
        try
        {
            return await AreCountedAsync(ct) ? await CountsAsync(ct) : null;
        }
        catch (PostgresException)
        {
            return null;
        }
    }

    async Task<bool> AreCountedAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(PostgresQueries.CountsTables, connection);
        return await command.ExecuteScalarAsync(ct) is true;
    }

    async Task<IReadOnlyList<TableCount>> CountsAsync(CancellationToken ct)
    {
        var counts = new List<TableCount>();
        await using var command = new NpgsqlCommand(PostgresQueries.Tables, connection);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            counts.Add(new TableCount(
                row.GetString(0),
                row.GetString(1),
                await row.IsDBNullAsync(2, ct) ? null : row.GetInt64(2),
                row.GetInt64(3),
                row.GetInt64(4),
                row.GetInt64(5)));
        }

        return counts;
    }
}

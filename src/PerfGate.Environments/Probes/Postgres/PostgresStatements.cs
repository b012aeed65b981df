using Npgsql;

namespace PerfGate.Environments.Probes.Postgres;

/// <summary>Reads what pg_stat_statements has counted, and says what is missing where it has not.</summary>
internal sealed class PostgresStatements(NpgsqlConnection connection)
{
    const int LongestText = 300;

    const string HowTo =
        "Start the server with shared_preload_libraries=pg_stat_statements, and run CREATE EXTENSION pg_stat_statements in the database.";

    /// <summary>What every statement has cost until now.</summary>
    /// <exception cref="NpgsqlException">The connection broke.</exception>
    public async Task<StatementReading> ReadAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not var (schema, time))
        {
            return new StatementReading(null, $"PostgreSQL was not asked to count statements. {HowTo}");
        }

        try
        {
            return new StatementReading(await CountsAsync(PostgresQueries.Statements(schema, time), ct));
        }
        catch (PostgresException exception)
        {
            return new StatementReading(null, $"PostgreSQL does not tell what its statements cost: {exception.MessageText}. {HowTo}");
        }
    }

    async Task<(string Schema, string Time)?> FindAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(PostgresQueries.Extension, connection);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) && !await row.IsDBNullAsync(1, ct) ? (row.GetString(0), row.GetString(1)) : null;
    }

    async Task<IReadOnlyList<StatementCount>> CountsAsync(string query, CancellationToken ct)
    {
        var counts = new List<StatementCount>();
        await using var command = new NpgsqlCommand(query, connection);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            counts.Add(new StatementCount(row.GetString(0), OneLine(row.GetString(1)), row.GetInt64(2), row.GetDouble(3))
            {
                Rows = row.GetInt64(4),
                Blocks = row.GetInt64(5),
            });
        }

        return counts;
    }

    static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestText ? line : $"{line[..(LongestText - 1)]}…";
    }
}

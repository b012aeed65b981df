using System.Globalization;
using System.Net.Sockets;
using Npgsql;
using PerfGate.Environments.Probes.Postgres;

namespace PerfGate.Environments.Probes;

/// <summary>
/// What a PostgreSQL tells of itself: connections by what they do against max_connections, the longest transaction, how often
/// a page was in its cache, how tables were read, and, where pg_stat_statements is there, what each statement cost. Over one
/// connection of its own, named perfgate, which it does not count.
/// </summary>
public sealed class PostgresProbe : IStatementProbe, IAsyncDisposable
{
    const string Connections = "PostgreSQL connections";
    const string PageReads = "Page reads that hit the cache";

    readonly string connectionString;
    readonly string place;
    NpgsqlDataSource? source;
    NpgsqlConnection? connection;
    NpgsqlCommand? activity;

    /// <summary>A probe of the database of a connection string; it connects when it is first read.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="connectionString">As Npgsql takes it. A superuser or a member of pg_monitor sees everybody's connections.</param>
    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public PostgresProbe(string service, string connectionString)
    {
        Service = service;
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = PostgresQueries.ApplicationName,
            Pooling = false,
            Timeout = 2,
            CommandTimeout = 2,
            Enlist = false,
        };
        this.connectionString = settings.ConnectionString;
        place = $"{settings.Host}:{settings.Port}/{settings.Database}";
    }

    /// <inheritdoc/>
    public string Service { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ProbeMetric> Metrics { get; } =
    [
        new(Connections, "all", MetricUnit.Count, MetricKind.Gauge),
        new(Connections, "active", MetricUnit.Count, MetricKind.Gauge),
        new(Connections, "idle", MetricUnit.Count, MetricKind.Gauge),
        new(Connections, "idle in transaction", MetricUnit.Count, MetricKind.Gauge),
        new(Connections, "used within 25 ms", MetricUnit.Count, MetricKind.Gauge),
        new(Connections, "waiting for a lock", MetricUnit.Count, MetricKind.Gauge),
        new(Connections, "max_connections", MetricUnit.Count, MetricKind.Limit),
        new("Longest transaction", "open for", MetricUnit.Seconds, MetricKind.Gauge),
        new(PageReads, "hits", MetricUnit.Count, MetricKind.Share),
        new(PageReads, "misses", MetricUnit.Count, MetricKind.Rest),
    ];

    /// <inheritdoc/>
    public async ValueTask<ProbeReading> ReadAsync(CancellationToken ct)
    {
        try
        {
            activity ??= await PrepareAsync(ct);
            await using var row = await activity.ExecuteReaderAsync(ct);
            await row.ReadAsync(ct);
            return new ProbeReading([.. Enumerable.Range(0, Metrics.Count).Select(at => Number(row, at))])
            {
                Life = row.GetString(Metrics.Count),
                Problem = row.GetBoolean(Metrics.Count + 1)
                    ? $"The user of {place} may not see what others' connections do: GRANT pg_monitor to it."
                    : null,
            };
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            await LetGoAsync();
            return ProbeReading.Nothing($"PostgreSQL at {place} cannot be read: {exception.Message}");
        }
        catch (OperationCanceledException)
        {
            await LetGoAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<StatementReading> ReadStatementsAsync(CancellationToken ct)
    {
        try
        {
            var open = connection ?? await ConnectAsync(ct);
            var statements = await new PostgresStatements(open).ReadAsync(ct);
            return statements with { Tables = await new PostgresTables(open).ReadAsync(ct) };
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            await LetGoAsync();
            return new StatementReading(null, $"The statements of PostgreSQL at {place} cannot be read: {exception.Message}");
        }
        catch (OperationCanceledException)
        {
            await LetGoAsync();
            throw;
        }
    }

    /// <summary>Closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await LetGoAsync();
        if (source is not null)
        {
            await source.DisposeAsync();
        }
    }

    async Task<NpgsqlCommand> PrepareAsync(CancellationToken ct)
    {
        var command = new NpgsqlCommand(PostgresQueries.Activity, connection ?? await ConnectAsync(ct));
        await command.PrepareAsync(ct);
        return command;
    }

    async Task<NpgsqlConnection> ConnectAsync(CancellationToken ct)
    {
        source ??= Source();
        return connection = await source.OpenConnectionAsync(ct);
    }

    // What would be asked about types is a statement too, and nobody's but ours.
    NpgsqlDataSource Source() =>
        new NpgsqlDataSourceBuilder(connectionString).ConfigureTypeLoading(types => types.EnableTypeLoading(false)).Build();

    async Task LetGoAsync()
    {
        if (activity is not null)
        {
            await activity.DisposeAsync();
        }

        if (connection is not null)
        {
            await connection.DisposeAsync();
        }

        (activity, connection) = (null, null);
    }

    static double? Number(NpgsqlDataReader row, int at) =>
        row.IsDBNull(at) ? null : Convert.ToDouble(row.GetValue(at), CultureInfo.InvariantCulture);

    // Npgsql wraps nearly everything; a name that cannot be resolved it does not.
    static bool IsExpected(Exception exception) =>
        exception is NpgsqlException or SocketException or IOException or TimeoutException or InvalidOperationException;
}

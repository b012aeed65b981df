using System.Net.Sockets;
using PerfGate.Environments.Probes.Redis;

namespace PerfGate.Environments.Probes;

/// <summary>
/// What a Redis tells of itself (INFO): memory against its limit, how often a key was there, evictions, clients. Over a
/// connection of its own, which it does not count.
/// </summary>
/// <param name="service">The service's name.</param>
/// <param name="host">Where it listens.</param>
/// <param name="port">Its port.</param>
/// <param name="password">What it asks for; null when it asks for nothing.</param>
public sealed class RedisProbe(string service, string host, int port, string? password = null) : IProbe, IAsyncDisposable
{
    const string Lookups = "Key lookups that hit";
    const string Clients = "Redis clients";

    RedisConnection? connection;

    /// <inheritdoc/>
    public string Service => service;

    /// <inheritdoc/>
    public IReadOnlyList<ProbeMetric> Metrics { get; } =
    [
        new("Redis memory", "used", MetricUnit.Bytes, MetricKind.Gauge),
        new("Redis memory", "maxmemory", MetricUnit.Bytes, MetricKind.Limit),
        new(Lookups, "hits", MetricUnit.Count, MetricKind.Share),
        new(Lookups, "misses", MetricUnit.Count, MetricKind.Rest),
        new("Keys evicted", "evicted", MetricUnit.Count, MetricKind.Rate),
        new(Clients, "connected", MetricUnit.Count, MetricKind.Gauge),
        new(Clients, "blocked", MetricUnit.Count, MetricKind.Gauge),
        new(Clients, "maxclients", MetricUnit.Count, MetricKind.Limit),
    ];

    /// <inheritdoc/>
    public async ValueTask<ProbeReading> ReadAsync(CancellationToken ct)
    {
        try
        {
            connection ??= await RedisConnection.OpenAsync(host, port, password, ct);
            return Reading(RedisInfo.Parse(await connection.AskAsync(ct, "INFO")));
        }
        catch (Exception exception) when (exception is IOException or SocketException or InvalidDataException)
        {
            LetGo();
            return ProbeReading.Nothing($"Redis at {host}:{port} cannot be read: {exception.Message}");
        }
        catch (OperationCanceledException)
        {
            // Half a reply is still on its way.
            LetGo();
            throw;
        }
    }

    /// <summary>Closes the connection.</summary>
    public ValueTask DisposeAsync()
    {
        LetGo();
        return ValueTask.CompletedTask;
    }

    static ProbeReading Reading(RedisInfo info)
    {
        var reading = new ProbeReading(
        [
            info.Number("used_memory"),
            info.Number("maxmemory") is > 0 and var limit ? limit : null,
            info.Number("keyspace_hits"),
            info.Number("keyspace_misses"),
            info.Number("evicted_keys"),
            info.Number("connected_clients") - 1,
            info.Number("blocked_clients"),
            info.Number("maxclients"),
        ]);
        return reading with { Life = info.Text("run_id"), Problem = info.MissingAmong("used_memory", "keyspace_hits", "evicted_keys", "connected_clients") };
    }

    void LetGo()
    {
        connection?.Dispose();
        connection = null;
    }
}

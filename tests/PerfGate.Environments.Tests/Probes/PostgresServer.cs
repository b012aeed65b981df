using Npgsql;
using PerfGate.Environments.Processes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Probes;

/// <summary>A PostgreSQL of this test run's own; its tests are skipped where none is installed.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    public const int MaxConnections = 37;
    const string Superuser = "owner";

    readonly TempFolder folder = new();
    readonly ProcessRunner runner = new(TimeProvider.System);
    readonly string? tools = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).LastOrDefault()
        : null;

    int port;
    ServiceProcess? server;

    /// <summary>How to reach it as its owner, without a pool: every connection of a test is one that a probe counts.</summary>
    public string ConnectionString => ConnectionStringOf(Superuser);

    public string ConnectionStringOf(string user)
    {
        Assert.SkipWhen(tools is null, "No PostgreSQL in /usr/lib/postgresql: apt-get install postgresql-15");
        return $"Host=127.0.0.1;Port={port};Username={user};Database=postgres;Pooling=false";
    }

    public async ValueTask InitializeAsync()
    {
        if (tools is null)
        {
            return;
        }

        await runner.RequireAsync(new ProcessCommand("chown", "-R", Account, folder.Root), CancellationToken.None);
        await runner.RequireAsync(
            Command("initdb", "-D", Data, "-U", Superuser, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"), CancellationToken.None);
        port = Ports.PickFree();
        server = runner.StartService("postgres", Command(
            "postgres", "-D", Data, "-p", $"{port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off",
            "-c", $"max_connections={MaxConnections}", "-c", "shared_preload_libraries=pg_stat_statements"), folder.Root);
        await Shell.Eventually(() => server.Tail.Contains("ready to accept connections", StringComparison.Ordinal));
        await ExecuteAsync("CREATE ROLE guest LOGIN", "CREATE EXTENSION pg_stat_statements", "CREATE DATABASE plain");
    }

    public async Task<NpgsqlConnection> ConnectAsync(string? connectionString = null)
    {
        var connection = new NpgsqlConnection(connectionString ?? ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public async Task ExecuteAsync(params string[] statements)
    {
        await using var connection = await ConnectAsync();
        foreach (var statement in statements)
        {
            await ExecuteAsync(connection, statement);
        }
    }

    public static async Task ExecuteAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.StopAsync(TimeSpan.Zero);
            await server.DisposeAsync();
        }

        folder.Dispose();
    }

    string Data => folder.At("data");

    // PostgreSQL refuses to run as root.
    static string Account => !Environment.IsPrivilegedProcess ? Environment.UserName
        : File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    ProcessCommand Command(string tool, params string[] arguments) => Environment.IsPrivilegedProcess
        ? new ProcessCommand("runuser", ["-u", Account, "--", Path.Combine(tools!, tool), .. arguments])
        : new ProcessCommand(Path.Combine(tools!, tool), arguments);
}

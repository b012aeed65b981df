using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

[assembly: AssemblyFixture(typeof(Zenzefi.Api.Tests.Support.PostgresCluster))]

namespace Zenzefi.Api.Tests.Support;

/// <summary>A PostgreSQL of this test run's own, started when the first test asks for it.</summary>
public sealed class PostgresCluster : IStore, IAsyncLifetime
{
    const string Superuser = "zenzefi";
    const string Template = "migrated";

    readonly Lazy<Task> started;
    DirectoryInfo? folder;
    string? account;
    int port;
    int databases;

    public PostgresCluster() => started = new(StartAsync);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public Task<string> EmptyAsync() => CreateAsync("template1");

    public Task<string> MigratedAsync() => CreateAsync(Template);

    public async ValueTask DisposeAsync()
    {
        if (!started.IsValueCreated || folder is null)
        {
            return;
        }

        await RunAsync("pg_ctl", "stop", "-D", Data, "-m", "immediate", "-w");
        folder.Delete(recursive: true);
    }

    string Data => Path.Combine(folder!.FullName, "data");

    async Task<string> CreateAsync(string template)
    {
        await started.Value;
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy");
        return UrlOf(name);
    }

    string UrlOf(string database) => $"postgresql://{Superuser}:any@127.0.0.1:{port}/{database}";

    async Task StartAsync()
    {
        folder = Directory.CreateTempSubdirectory("zenzefi-postgres-");
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            // PostgreSQL refuses to run as root.
            account = File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
            await RunProcessAsync("chown", account, folder.FullName);
        }

        await RunAsync("initdb", "-D", Data, "-U", Superuser, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync");
        port = FreePort();
        var options = $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='{folder.FullName}' -c fsync=off -c max_connections=200";
        await RunAsync("pg_ctl", "start", "-D", Data, "-w", "-l", Path.Combine(folder.FullName, "log"), "-o", options);
        await ExecuteAsync($"CREATE DATABASE {Template}");
        await Migration.ApplyAsync(UrlOf(Template));

        // A database is copied only while nobody is connected to it, and migrating leaves a pooled connection behind.
        await ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{Template}'");
    }

    async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={port};Username={Superuser};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    Task RunAsync(string tool, params string[] arguments) => account is null
        ? RunProcessAsync(FindTool(tool), arguments)
        : RunProcessAsync("runuser", ["-u", account, "--", FindTool(tool), .. arguments]);

    async Task RunProcessAsync(string file, params string[] arguments)
    {
        // Output goes to a file: the server inherits it, and would hold a pipe open for as long as it runs.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", "exec \"$@\" >\"$0\" 2>&1 </dev/null", Path.Combine(folder!.FullName, "output"), file },
            WorkingDirectory = folder.FullName,
        }.With(arguments))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            var output = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "output"));
            throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}");
        }
    }

    static string FindTool(string name)
    {
        var fromPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var fromDebian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin"))
            : [];
        return fromPath.Concat(fromDebian).Select(place => Path.Combine(place, name)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"These tests need a PostgreSQL server, and '{name}' is neither on the PATH nor in /usr/lib/postgresql/*/bin. "
                + "Install one: apt-get install postgresql-15");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Net;
using System.Net.Sockets;
using Benchmarks.Measuring;
using PerfGate.Environments.Processes;

namespace Benchmarks.Servers;

/// <summary>A server in a process of its own on a free loopback port, gone when it is disposed.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(15);

    readonly DirectoryInfo folder;
    readonly ServiceProcess process;

    LocalServer(string name, Uri address, DirectoryInfo folder, ServiceProcess process)
    {
        Name = name;
        Address = address;
        this.folder = folder;
        this.process = process;
    }

    public string Name { get; }

    public Uri Address { get; }

    /// <summary>Answers every GET with 50 bytes at once: nginx where it is installed, else Kestrel.</summary>
    /// <param name="machine">Where it runs.</param>
    /// <param name="connections">How many it must be able to hold.</param>
    /// <param name="ct">Gives up waiting for it.</param>
    public static Task<LocalServer> Fast(Machine machine, int connections, CancellationToken ct) =>
        Machine.Find("nginx") is { } nginx
            ? Start(machine, "nginx", connections, (port, home) => NginxCommand(nginx, port, connections, home), ct)
            : Start(machine, "Kestrel", connections, (port, _) => machine.Own(KestrelServer.Command, $"{port}"), ct);

    /// <summary>Answers by the script.</summary>
    public static Task<LocalServer> Scripted(Machine machine, Script script, CancellationToken ct) =>
        Start(machine, "scripted", 2000, (port, _) => machine.Own(ScriptedServer.Command, $"{port}", script.ToJson()), ct);

    /// <summary>The body of a GET.</summary>
    public async Task<string> Ask(string path, CancellationToken ct)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri(Address, path), ct);
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        folder.Delete(recursive: true);
    }

    static async Task<LocalServer> Start(
        Machine machine, string name, int connections, Func<int, string, IReadOnlyList<string>> command, CancellationToken ct)
    {
        var home = Directory.CreateTempSubdirectory("perfgate-bench-");
        var port = FreePort();
        var files = connections > Machine.PlentyOfFiles ? connections + Machine.FilesBesideConnections : (int?)null;
        var server = new LocalServer(
            name, new Uri($"http://127.0.0.1:{port}/"), home, machine.Serve(command(port, home.FullName), files, home.FullName));
        try
        {
            await server.UntilReady(port, ct);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    async Task UntilReady(int port, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(ReadyWithin);
        while (!process.Exited.IsCompleted)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port, limit.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
            }
        }

        throw new InvalidOperationException($"The {Name} server ended at once:{Environment.NewLine}{process.Tail}");
    }

    static IReadOnlyList<string> NginxCommand(string nginx, int port, int connections, string home)
    {
        var file = Path.Combine(home, "nginx.conf");
        File.WriteAllText(file, $$"""
            daemon off;
            worker_processes 1;
            worker_rlimit_nofile {{connections + Machine.FilesBesideConnections}};
            pid {{home}}/nginx.pid;
            error_log stderr warn;
            events { worker_connections {{connections + Machine.FilesBesideConnections}}; }
            http {
                access_log off;
                keepalive_requests 1000000000;
                keepalive_timeout 3600s;
                client_body_temp_path {{home}}/body;
                proxy_temp_path {{home}}/proxy;
                fastcgi_temp_path {{home}}/fastcgi;
                uwsgi_temp_path {{home}}/uwsgi;
                scgi_temp_path {{home}}/scgi;
                server {
                    listen 127.0.0.1:{{port}} backlog=4096;
                    default_type text/plain;
                    location / { return 200 "{{Page.Body}}"; }
                }
            }
            """);
        return [nginx, "-p", home, "-e", "stderr", "-c", file];
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

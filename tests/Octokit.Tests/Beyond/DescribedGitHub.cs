using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Octokit.Tests.Beyond;

/// <summary>
/// A server that refuses with 422 what GitHub's description does not allow, and answers with the description's examples. It is
/// Prism, out of npm, in artifacts/tests/prism; without Node.js nothing of this is tested, and that is said.
/// </summary>
public sealed class DescribedGitHub : IAsyncLifetime
{
    static readonly string Home = Path.GetFullPath("../../../artifacts/tests/prism", Here());
    readonly Uri address = new($"http://127.0.0.1:{FreePort()}/");
    Process? server;
    string? missing;

    /// <summary>Where it is. Skips the test where it is not.</summary>
    public Uri Address
    {
        get
        {
            Assert.SkipWhen(missing is not null, $"NOT TESTED against GitHub's own description: {missing}");
            return address;
        }
    }

    public GitHubClient Client => new(new ProductHeaderValue("PerfGate"), Address) { Credentials = new Credentials("a-token") };

    public async ValueTask InitializeAsync()
    {
        try
        {
            await InstallAsync();
            server = Serve();
            await UntilUpAsync(server);
        }
        catch (Win32Exception)
        {
            missing = "no Node.js with npm on this machine (apt-get install nodejs npm)";
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (server is null) return;
        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
        server.Dispose();
    }

    Process Serve()
    {
        var description = Path.Combine(Home, "description.json");
        GitHubDescription.CutDown(Path.Combine(Home, "node_modules/@octokit/openapi/generated/api.github.com.json"), description);
        var prism = Path.Combine(Home, "node_modules/@stoplight/prism-cli/dist/index.js");
        return Start("node", prism, "mock", "--host", "127.0.0.1", "--port", $"{address.Port}", description);
    }

    static async Task InstallAsync()
    {
        var installed = Path.Combine(Home, "installed.json");
        var locked = Path.Combine(Here(), "prism", "package-lock.json");
        if (File.Exists(installed) && File.ReadAllText(installed) == File.ReadAllText(locked)) return;

        Directory.CreateDirectory(Home);
        foreach (var file in Directory.GetFiles(Path.Combine(Here(), "prism")))
        {
            File.Copy(file, Path.Combine(Home, Path.GetFileName(file)), overwrite: true);
        }

        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        using var process = Start(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"npm ci in {Home}: {string.Concat(said)}");
        File.Copy(locked, installed, overwrite: true);
    }

    static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Home,
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    static async Task UntilUpAsync(Process prism)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(45));
        while (await prism.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (!line.Contains("Prism is listening")) continue;
            // What it goes on to say about each request must not fill the pipe.
            _ = prism.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            _ = prism.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return;
        }

        Assert.Fail($"Prism ended: {await prism.StandardError.ReadToEndAsync(patience.Token)}");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(Path.GetDirectoryName(file))!;
}

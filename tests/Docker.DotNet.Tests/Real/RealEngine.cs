using System.Diagnostics;
using System.Formats.Tar;
using Docker.DotNet.Tests.Real;

[assembly: AssemblyFixture(typeof(RealEngine))]

namespace Docker.DotNet.Tests.Real;

/// <summary>
/// The engine of this machine, if it has one, and the docker tool to set the scene with. Needs no image and no registry: its own
/// image is empty, and the programs of its containers are those of the machine.
/// </summary>
public sealed class RealEngine : IAsyncLifetime
{
    /// <summary>Trait of the tests that need it.</summary>
    public const string Needed = "Docker engine";

    string? missing;

    /// <summary>On everything that these tests create, so that they remove that and nothing else.</summary>
    public string Label { get; } = $"perfgate.test={Guid.NewGuid():N}";

    /// <summary>Name of the image that containers are run from.</summary>
    public string Image { get; } = $"perfgate-test/docker-dotnet:{Guid.NewGuid():N}";

    /// <summary>What to ask for to see only what these tests created.</summary>
    public IDictionary<string, IDictionary<string, bool>> Own => Filter("label", Label);

    static Uri? Address => Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } host ? new(host) : null;

    public static IDictionary<string, IDictionary<string, bool>> Filter(string name, string value) =>
        new Dictionary<string, IDictionary<string, bool>> { [name] = new Dictionary<string, bool> { [value] = true } };

    public async ValueTask InitializeAsync()
    {
        missing = await MissingAsync();
        if (missing is null) await ToolAsync(await EmptyFolderAsync(), "import", "-", Image);
    }

    public async ValueTask DisposeAsync()
    {
        if (missing is not null) return;
        foreach (var id in await ListAsync("ps", "--all")) await DockerAsync("rm", "--force", "--volumes", id);
        foreach (var id in await ListAsync("network", "ls")) await DockerAsync("network", "rm", id);
        foreach (var id in await ListAsync("volume", "ls")) await DockerAsync("volume", "rm", id);
        await DockerAsync("rmi", "--force", Image);
    }

    /// <summary>A client of the engine; without an engine the test is skipped.</summary>
    public DockerClient Connect(Version? version = null)
    {
        Assert.SkipWhen(missing is not null, $"No Docker engine to test with: {missing}");
        return Configuration().CreateClient(version);
    }

    /// <summary>Runs a line of shell in a container in the background, and returns the container's identity.</summary>
    public Task<string> RunAsync(string script, params string[] options) => DockerAsync(
        ["run", "--detach", "--label", Label, "--volume", "/usr:/usr:ro", .. options, Image, "/bin/sh", "-c", script]);

    /// <summary>Runs a line of shell in a container to its end, and returns the container's identity.</summary>
    public async Task<string> RunToEndAsync(string script, params string[] options)
    {
        var id = await RunAsync(script, options);
        await DockerAsync("wait", id);
        return id;
    }

    /// <summary>Runs the docker tool, and returns what it printed.</summary>
    public Task<string> DockerAsync(params string[] arguments) => ToolAsync(input: null, arguments);

    static DockerClientConfiguration Configuration() => Address is { } address ? new(address) : new();

    static async Task<string?> MissingAsync()
    {
        if (!OperatingSystem.IsLinux()) return "containers borrow the programs of this machine, which have to be Linux programs.";
        try
        {
            using var client = Configuration().CreateClient();
            await client.System.PingAsync();
            await ToolAsync(input: null, "version");
            return null;
        }
        catch (Exception exception)
        {
            return exception.Message;
        }
    }

    /// <summary>A file system in which /bin and the like point to /usr, which is mounted when a container is run.</summary>
    static async Task<byte[]> EmptyFolderAsync()
    {
        using var bytes = new MemoryStream();
        await using (var tar = new TarWriter(bytes, leaveOpen: true))
        {
            foreach (var folder in new[] { "bin", "sbin", "lib", "lib64" })
                await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.SymbolicLink, folder) { LinkName = $"usr/{folder}" });
        }

        return bytes.ToArray();
    }

    static async Task<string> ToolAsync(byte[]? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("docker", arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.BaseStream.WriteAsync(input ?? []);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (await output).Trim()
            : throw new InvalidOperationException($"docker {string.Join(' ', arguments)}: {await error}{await output}");
    }

    async Task<string[]> ListAsync(params string[] what) =>
        (await DockerAsync([.. what, "--quiet", "--filter", $"label={Label}"])).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

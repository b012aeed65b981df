using Docker.DotNet;
using Docker.DotNet.Models;
using PerfGate.Environments.Docker;
using PerfGate.Environments.Probes;
using PerfGate.Environments.Processes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Probes;

/// <summary>A container of a test's own on the real engine, gone when the test is; the test is skipped, and says so, where there is none.</summary>
internal sealed class TestContainer : IAsyncDisposable
{
    const string Image = "perfgate/debian:12";

    static readonly ProcessRunner Runner = new(TimeProvider.System);

    readonly DockerEngine engine;

    TestContainer(DockerEngine engine, string id) => (this.engine, Id) = (engine, id);

    public string Id { get; }

    public string Socket => engine.Endpoint.LocalPath;

    public IDockerClient Engine => engine.Client;

    public ContainerProbe Probe(bool files = true) => new("api", Id, Engine, TimeProvider.System) { MayReadFiles = files };

    /// <summary>Runs a script of sh in a container.</summary>
    /// <param name="script">What it does.</param>
    /// <param name="options">Options of docker run, such as limits.</param>
    public static async Task<TestContainer> RunAsync(string script, params string[] options)
    {
        var real = await RealEngine.RequireAsync();
        var run = await Runner.RequireAsync(
            new ProcessCommand("docker", ["run", "--detach", "--network=none", "--init", .. options, Image, "/bin/sh", "-c", script]), CancellationToken.None);
        return new TestContainer(real, run.Output.Trim());
    }

    public Task DockerAsync(params string[] arguments) => Runner.RequireAsync(new ProcessCommand("docker", [.. arguments, Id]), CancellationToken.None);

    public Task ExecAsync(string script) =>
        Runner.RequireAsync(new ProcessCommand("docker", "exec", Id, "/bin/sh", "-c", script), CancellationToken.None);

    /// <summary>What the engine says is in use, caches included.</summary>
    public async Task<ulong> RawMemoryAsync()
    {
        var raw = new Latest();
        await Engine.Containers.GetContainerStatsAsync(Id, new ContainerStatsParameters { Stream = false }, raw);
        return raw.Stats.ShouldNotBeNull().MemoryStats.Usage;
    }

    public async ValueTask DisposeAsync()
    {
        await DockerAsync("rm", "--force");
        engine.Dispose();
    }

    sealed class Latest : IProgress<ContainerStatsResponse>
    {
        public ContainerStatsResponse? Stats { get; private set; }

        public void Report(ContainerStatsResponse value) => Stats = value;
    }
}

using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Tests.Leftovers;

/// <summary>A container that carries our label and belongs to no run of this checkout.</summary>
internal sealed class Stranger : IAsyncDisposable
{
    static readonly ProcessRunner Runner = new(TimeProvider.System);

    Stranger(string id) => Id = id;

    public string Id { get; }

    public static async Task<Stranger> StartAsync()
    {
        var run = await Runner.RequireAsync(
            new ProcessCommand(
                "docker", "run", "--detach", "--network=none", "--init", "--label", "perfgate.tool=perfgate", "perfgate/debian:12", "sleep", "600"),
            CancellationToken.None);
        return new Stranger(run.Output.Trim());
    }

    public async ValueTask DisposeAsync() =>
        await Runner.RequireAsync(new ProcessCommand("docker", "rm", "--force", Id), CancellationToken.None);
}

using System.Globalization;
using PerfGate.Environments.Docker;

namespace PerfGate.Environments.Compose;

/// <summary>
/// Takes a project down in bounded time, and looks afterwards that nothing of it is left. Never throws: it runs where
/// something else has failed already.
/// </summary>
internal sealed class Teardown(DockerEngine engine, string project, string run, Action<string>? say, TimeProvider time)
{
    static readonly TimeSpan DownWithin = TimeSpan.FromSeconds(60);
    static readonly TimeSpan SweepWithin = TimeSpan.FromSeconds(30);

    /// <summary>Stops and removes containers, networks, volumes and the images that were built.</summary>
    /// <param name="compose">The project as it was brought up; null when it did not come to that.</param>
    /// <param name="grace">How long each container may take to end by itself.</param>
    /// <returns>What the step is to be called.</returns>
    public async Task<string> RunAsync(ComposeProject? compose, TimeSpan grace)
    {
        try
        {
            if (compose is not null)
            {
                await DownAsync(compose, grace);
            }

            using var limit = new CancellationTokenSource(SweepWithin, time);
            var left = await new EngineSweep(engine, time).RemoveRunAsync(project, run, limit.Token);
            return left.Count == 0 || compose is null
                ? "down"
                : $"down, after what the compose tool had left: {string.Join(", ", left.Select(one => one.Name))}";
        }
        catch (Exception exception) when (exception is EnvironmentException or OperationCanceledException)
        {
            const string Unsure = "down, but whether all of it is gone could not be seen";
            say?.Invoke(
                $"{Unsure}: {exception.Message}\n"
                + "  Remove what is left when the engine answers again: ./build.sh --target=PerfClean");
            return Unsure;
        }
    }

    /// <summary>Kills and removes everything at once, as far as that succeeds in the time.</summary>
    public async Task AbortAsync(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within, time);
        try
        {
            await new EngineSweep(engine, time).RemoveRunAsync(project, run, limit.Token);
        }
        catch (Exception exception) when (exception is EnvironmentException or OperationCanceledException)
        {
            // It was asked to be quick; PerfClean finds the rest by its labels.
        }
    }

    // What fails here the sweep mends, or tells.
    async Task DownAsync(ComposeProject compose, TimeSpan grace)
    {
        var seconds = Math.Ceiling(grace.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        try
        {
            await compose.RunAsync(
                DownWithin + grace,
                ["down", "--volumes", "--remove-orphans", "--rmi", "local", "--timeout", seconds],
                CancellationToken.None);
        }
        catch (EnvironmentException exception)
        {
            say?.Invoke(exception.Message);
        }
    }
}

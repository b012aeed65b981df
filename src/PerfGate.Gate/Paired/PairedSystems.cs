using PerfGate.Environments;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Paired;

/// <summary>Both systems side by side, each with fresh data, for one block.</summary>
internal sealed class PairedSystems : IAsyncDisposable
{
    PairedSystems(ISystemEnvironment baseline, ISystemEnvironment candidate) => (Baseline, Candidate) = (baseline, candidate);

    public ISystemEnvironment Baseline { get; }

    public ISystemEnvironment Candidate { get; }

    /// <summary>Systems that are not up yet.</summary>
    /// <param name="setup">What the suite makes of them.</param>
    /// <param name="baseline">The one.</param>
    /// <param name="candidate">The other.</param>
    /// <param name="place">Where both live; their places in it are of equal length.</param>
    /// <param name="swapped">Whether the baseline has the place that the candidate has otherwise, and is started second.</param>
    public static PairedSystems Create(RunSetup setup, PairedSide baseline, PairedSide candidate, PairedPlace place, bool swapped) => new(
        setup.Side(place.Options(baseline.Root, swapped ? "b" : "a"), baseline.Variables),
        setup.Side(place.Options(candidate.Root, swapped ? "a" : "b"), candidate.Variables));

    /// <summary>Builds both, applies their migrations, and starts them one after the other.</summary>
    /// <exception cref="SideUnavailableException">One of them could not be built, migrated or started.</exception>
    public async Task StartAsync(bool swapped, CancellationToken ct)
    {
        var (first, second) = swapped ? (Candidate, Baseline) : (Baseline, Candidate);
        await Do(first, s => s.UpAsync(ct));
        await Do(second, s => s.UpAsync(ct));
        await Task.WhenAll(Do(first, s => s.MigrateAsync(ct)), Do(second, s => s.MigrateAsync(ct)));
        await Do(first, s => s.StartAsync(ct));
        await Do(second, s => s.StartAsync(ct));
    }

    async Task Do(ISystemEnvironment side, Func<ISystemEnvironment, Task> step)
    {
        try
        {
            await step(side);
        }
        catch (EnvironmentException e)
        {
            var isBaseline = side == Baseline;
            throw new SideUnavailableException(isBaseline, $"The {(isBaseline ? "baseline" : "candidate")} could not be brought up: {e.Message}");
        }
    }

    /// <summary>Saves the logs of both, whole, under a folder.</summary>
    public async Task SaveLogsAsync(string folder)
    {
        await Baseline.SaveLogsAsync(Path.Combine(folder, "baseline"), whole: true);
        await Candidate.SaveLogsAsync(Path.Combine(folder, "candidate"), whole: true);
    }

    /// <summary>Kills both at once.</summary>
    public void Abort()
    {
        Baseline.Abort();
        Candidate.Abort();
    }

    /// <summary>Completes when one of them ends by itself, with who and why.</summary>
    public async Task<string> Died() => await Task.WhenAny(Baseline.Died, Candidate.Died) is var dead && dead == Baseline.Died
        ? $"The baseline died: {await dead}"
        : $"The candidate died: {await dead}";

    public async ValueTask DisposeAsync()
    {
        await Baseline.DisposeAsync();
        await Candidate.DisposeAsync();
    }
}

namespace PerfGate.Environments.Docker;

/// <summary>Removes all that carries a label, and looks again until nothing of it is left.</summary>
internal sealed class EngineSweep(DockerEngine engine, TimeProvider time)
{
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// What was removed of a run: what the compose tool made for its project, and the images that were built for it.
    /// </summary>
    /// <param name="project">The project's name.</param>
    /// <param name="run">The run's id.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="EnvironmentException">The engine does not answer.</exception>
    public async Task<IReadOnlyList<EngineObject>> RemoveRunAsync(string project, string run, CancellationToken ct) =>
    [
        .. await RemoveAsync($"{Labels.Project}={project}", ct),
        .. await RemoveAsync($"{Labels.Run}={run}", ct),
    ];

    /// <summary>What was removed: containers killed if need be, then networks, volumes and images.</summary>
    /// <param name="label">The label, <c>name=value</c>.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="EnvironmentException">The engine does not answer.</exception>
    public async Task<IReadOnlyList<EngineObject>> RemoveAsync(string label, CancellationToken ct)
    {
        var removed = new List<EngineObject>();
        while (true)
        {
            var found = await engine.FindAsync(label, ct);
            if (found.Count == 0)
            {
                return removed;
            }

            foreach (var one in found)
            {
                if (await TryRemoveAsync(one, ct) && removed.TrueForAll(other => other.Id != one.Id))
                {
                    removed.Add(one);
                }
            }

            await Task.Delay(Between, time, ct);
        }
    }

    // A network is busy until its last container is quite gone, a container while somebody else removes it: the next look tells.
    async Task<bool> TryRemoveAsync(EngineObject one, CancellationToken ct)
    {
        try
        {
            await engine.RemoveAsync(one, ct);
            return true;
        }
        catch (EnvironmentException exception) when (DockerErrors.IsAnswer(exception.GetBaseException()))
        {
            return false;
        }
    }
}

using PerfGate.Environments.Logs;

namespace PerfGate.Environments.Processes;

/// <summary>
/// A process that runs until it is stopped. After <see cref="DisposeAsync"/> nothing of it is left, grandchildren included.
/// </summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    readonly ChildProcess child;
    readonly ServiceOutput output;
    readonly string pidFile;
    readonly TimeProvider time;
    readonly Lock gate = new();
    Task? stopping;

    internal ServiceProcess(string name, ChildProcess child, ServiceOutput output, string pidFile, TimeProvider time)
    {
        this.child = child;
        this.output = output;
        this.pidFile = pidFile;
        this.time = time;
        Name = name;
        StartedAt = time.GetUtcNow();
        Exited = ExitAsync();
        new PidFile(Name, Id, child.StartTicks, StartedAt, child.Mark).Write(pidFile);
    }

    /// <summary>The service's name.</summary>
    public string Name { get; }

    /// <summary>Its process id.</summary>
    public int Id => child.Id;

    /// <summary>When it was started, UTC.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>When it ended, UTC; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Completes with its exit code when it has ended (128 + signal when a signal ended it).</summary>
    public Task<int> Exited { get; }

    /// <summary>Where its output is written, secrets masked.</summary>
    public string LogFile => output.File;

    /// <summary>The last lines of its output, secrets masked.</summary>
    public string Tail => output.Tail;

    /// <summary>What its output told since then.</summary>
    internal ServiceLog ReadLog(DateTimeOffset since) => output.Since(Name, since);

    /// <summary>
    /// Stops it: SIGTERM, then, after the grace, SIGKILL to its whole tree (on Windows at once). Once asked, asking again
    /// awaits the same end.
    /// </summary>
    public Task StopAsync(TimeSpan grace)
    {
        lock (gate)
        {
            return stopping ??= StopOnceAsync(grace);
        }
    }

    /// <summary>Kills its whole tree now, and does not wait.</summary>
    public void Kill() => child.Kill();

    /// <summary>Stops it with a grace of 5 s unless that was done already.</summary>
    public async ValueTask DisposeAsync() => await StopAsync(TimeSpan.FromSeconds(5));

    async Task StopOnceAsync(TimeSpan grace)
    {
        child.Terminate();
        try
        {
            await Exited.WaitAsync(grace, time);
        }
        catch (TimeoutException)
        {
            // It had its chance: the sweep kills.
        }

        await child.DisposeAsync();
        output.Dispose();
        PidFile.Delete(pidFile);
    }

    async Task<int> ExitAsync()
    {
        var exitCode = await child.Exited;
        EndedAt = time.GetUtcNow();
        // So that whoever reads the tail to see why finds the last words in it.
        await child.DrainAsync(TimeSpan.FromMilliseconds(250));
        return exitCode;
    }
}

using Docker.DotNet;
using Docker.DotNet.Models;

namespace PerfGate.Environments.Probes.Containers;

/// <summary>
/// The engine's own stream of statistics, for containers whose files are out of reach: one request for as long as it lasts,
/// one reading a second. Asking for single readings instead takes an engine nearly a second each.
/// </summary>
internal sealed class ContainerStatistics(string containerId, IDockerClient engine, TimeProvider time)
    : IProgress<ContainerStatsResponse>, IAsyncDisposable
{
    // The engine sends one a second; after so many without one the last says nothing of now.
    static readonly TimeSpan Oldest = TimeSpan.FromSeconds(4);

    readonly CancellationTokenSource closing = new();
    readonly Lock gate = new();
    TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Task streaming = Task.CompletedTask;
    (ContainerUsage Usage, long Arrived)? latest;

    /// <summary>The newest reading and how old it is, waiting for the first; null when the stream has stopped.</summary>
    public async Task<(ContainerUsage Usage, TimeSpan Age)?> ReadAsync(CancellationToken ct)
    {
        if (streaming.IsCompleted)
        {
            (latest, first) = (null, new(TaskCreationOptions.RunContinuationsAsynchronously));
            streaming = StreamAsync();
        }

        await first.Task.WaitAsync(ct);
        lock (gate)
        {
            return latest is var (usage, arrived) && time.GetElapsedTime(arrived) is var age && age < Oldest ? (usage, age) : null;
        }
    }

    /// <summary>Takes what the engine sends.</summary>
    public void Report(ContainerStatsResponse value)
    {
        lock (gate)
        {
            latest = (Usage(value), time.GetTimestamp());
        }

        first.TrySetResult();
    }

    /// <summary>Ends the stream.</summary>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await streaming.ContinueWith(_ => { }, TaskScheduler.Default);
        closing.Dispose();
    }

    async Task StreamAsync()
    {
        try
        {
            await engine.Containers.GetContainerStatsAsync(containerId, new ContainerStatsParameters { Stream = true }, this, closing.Token);
            first.TrySetResult();
        }
        catch (Exception exception)
        {
            first.TrySetException(exception);
            throw;
        }
    }

    // For a container that does not run the engine sends zeros, which are no readings.
    static ContainerUsage Usage(ContainerStatsResponse stats) => stats.CPUStats?.CPUUsage?.TotalUsage is not > 0
        ? default
        : new ContainerUsage(
            stats.CPUStats.CPUUsage.TotalUsage / 1e9,
            Memory(stats.MemoryStats),
            stats.CPUStats.ThrottlingData?.ThrottledTime / 1e9,
            stats.CPUStats.ThrottlingData?.ThrottledPeriods,
            stats.CPUStats.ThrottlingData is { } periods ? (double)periods.Periods - periods.ThrottledPeriods : null,
            OomKills: null);

    static double? Memory(MemoryStats? memory)
    {
        if (memory?.Stats is not { } details || memory.Usage == 0)
        {
            return null;
        }

        // The one name is that of control groups of version 1, the other of version 2.
        return details.TryGetValue("total_inactive_file", out var inactive) || details.TryGetValue("inactive_file", out inactive)
            ? (double)memory.Usage - inactive
            : null;
    }
}

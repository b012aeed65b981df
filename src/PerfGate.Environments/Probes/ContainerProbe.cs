using System.Globalization;
using Docker.DotNet;
using PerfGate.Environments.Probes.Containers;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Probes;

/// <summary>
/// What a container uses: CPU time, memory, how its limits hold it up, restarts and OOM kills. From the files of its control
/// group where they can be read, which costs microseconds and asks the engine only when the container began anew; else from
/// the engine's stream of statistics.
/// </summary>
/// <param name="service">The service's name.</param>
/// <param name="containerId">The container's whole id.</param>
/// <param name="engine">The engine that runs it; not disposed of.</param>
/// <param name="time">The clock.</param>
public sealed class ContainerProbe(string service, string containerId, IDockerClient engine, TimeProvider time)
    : IProbe, IAsyncDisposable
{
    readonly ContainerHistory history = new();
    readonly ContainerStatistics statistics = new(containerId, engine, time);
    ContainerFacts? facts;
    IContainerFiles? files;
    long? firstProcess;

    /// <inheritdoc/>
    public string Service => service;

    /// <inheritdoc/>
    public IReadOnlyList<ProbeMetric> Metrics { get; } =
    [
        ServiceMetrics.Cpu, ServiceMetrics.CpuLimit, ServiceMetrics.Memory, ServiceMetrics.MemoryLimit, ServiceMetrics.ThrottledTime,
        ServiceMetrics.ThrottledPeriods, ServiceMetrics.FreePeriods, ServiceMetrics.Restarts, ServiceMetrics.OomKills,
    ];

    /// <summary>Whether its files could be read, now or before: the engine's statistics are not asked for then.</summary>
    internal bool ReadsFiles { get; private set; }

    internal bool MayReadFiles { get; init; } = true;

    /// <inheritdoc/>
    public async ValueTask<ProbeReading> ReadAsync(CancellationToken ct)
    {
        try
        {
            return await CurrentFactsAsync(ct) is { IsRunning: true } running
                ? await UsageAsync(running, ct)
                : Reading(facts!, default, $"The container is {facts!.Status}.");
        }
        catch (Exception exception) when (exception is DockerApiException or HttpRequestException or IOException or TimeoutException)
        {
            return ProbeReading.Nothing($"The Docker engine does not tell what the container uses: {exception.Message}");
        }
    }

    /// <summary>Ends the engine's stream, if there is one.</summary>
    public ValueTask DisposeAsync() => statistics.DisposeAsync();

    // As long as its first process is the one it was, everything the engine said is still so.
    async Task<ContainerFacts> CurrentFactsAsync(CancellationToken ct)
    {
        if (facts is not null && files is not null && firstProcess is not null && StartOf(facts.Pid) == firstProcess)
        {
            return facts;
        }

        var now = ContainerFacts.Of(await engine.Containers.InspectContainerAsync(containerId, ct));
        history.Saw(now with { OomKilled = now.OomKilled || await HeardOfOomAsync(facts, now, ct) });
        facts = now;
        firstProcess = StartOf(facts.Pid);
        files = MayReadFiles && facts.IsRunning ? ContainerFiles.Find(facts.Pid, containerId) : null;
        ReadsFiles |= files is not null;
        return facts;
    }

    async Task<bool> HeardOfOomAsync(ContainerFacts? before, ContainerFacts now, CancellationToken ct) =>
        before is { IsRunning: true } && (!now.IsRunning || now.StartedAt != before.StartedAt)
        && DateTimeOffset.TryParse(before.StartedAt, CultureInfo.InvariantCulture, out var since)
        && await OomEvents.AnyAsync(engine, containerId, since, time.GetUtcNow(), ct);

    async Task<ProbeReading> UsageAsync(ContainerFacts running, CancellationToken ct)
    {
        if (ReadsFiles)
        {
            var read = files?.Read() ?? default;
            history.Counted(read.OomKills);
            return Reading(running, read, "The container was ending, or its control group cannot be read.");
        }

        return await statistics.ReadAsync(ct) is var (usage, age)
            ? Reading(running, usage, "The Docker engine sends no statistics for it.") with { Age = age }
            : Reading(running, default, "The Docker engine has stopped sending statistics for it.");
    }

    ProbeReading Reading(ContainerFacts now, ContainerUsage usage, string otherwise) => new(
    [
        usage.CpuSeconds, now.CpuLimit, usage.MemoryBytes, now.MemoryLimit, usage.ThrottledSeconds,
        usage.ThrottledPeriods, usage.FreePeriods, history.Restarts, history.OomKills,
    ])
    {
        Life = now.StartedAt,
        Problem = usage.CpuSeconds is null || usage.MemoryBytes is null ? otherwise : null,
    };

    static long? StartOf(long pid) => pid is > 0 and <= int.MaxValue && OperatingSystem.IsLinux() ? ProcessStat.Read((int)pid)?.StartTicks : null;
}

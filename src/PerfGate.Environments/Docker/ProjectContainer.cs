using System.Globalization;
using Docker.DotNet.Models;

namespace PerfGate.Environments.Docker;

/// <summary>One container of a compose project, as it was when it was asked for.</summary>
internal sealed record ProjectContainer
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The service of the compose file that it belongs to; its name when it belongs to none.</summary>
    public required string Service { get; init; }

    /// <summary>Whether it was started to do one thing and end (<c>compose run</c>).</summary>
    public required bool IsOneOff { get; init; }

    /// <summary>created, running, paused, restarting, removing, exited or dead.</summary>
    public required string State { get; init; }

    /// <summary>What it ended with; null while it runs, and before.</summary>
    public long? ExitCode { get; init; }

    /// <summary>Whether the kernel killed a process of it because it was out of memory, since it was last started.</summary>
    public bool WasOutOfMemory { get; init; }

    /// <summary>How often the engine restarted it.</summary>
    public long Restarts { get; init; }

    /// <summary>When it was last started; null when it never was.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it last ended; null when it never did.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What its health check says; null when it has none.</summary>
    public ContainerHealth? Health { get; init; }

    /// <summary>Whether it has a terminal: its log then is one stream.</summary>
    public bool HasTerminal { get; init; }

    /// <summary>Published TCP ports: the container's, and the one of this machine on IPv4 loopback or everywhere.</summary>
    public IReadOnlyDictionary<int, int> Ports { get; init; } = new Dictionary<int, int>();

    /// <summary>How much memory it may use, in bytes; null for no limit.</summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>How many processors it may use; null for no limit.</summary>
    public double? CpuLimit { get; init; }

    /// <summary>Whether it is started and has not ended.</summary>
    public bool IsRunning => State is "running" or "paused";

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => State is "exited" or "dead" or "removing";

    internal static ProjectContainer Of(ContainerInspectResponse container)
    {
        var labels = container.Config.Labels ?? new Dictionary<string, string>(StringComparer.Ordinal);
        var state = container.State;
        var limits = container.HostConfig;
        var ended = state.Status is "exited" or "dead" or "removing";
        return new ProjectContainer
        {
            Id = container.ID,
            Service = labels.TryGetValue(Labels.Service, out var service) ? service : container.Name.TrimStart('/'),
            IsOneOff = labels.TryGetValue(Labels.OneOff, out var oneOff) && bool.TryParse(oneOff, out var isOneOff) && isOneOff,
            State = state.Status,
            ExitCode = ended ? state.ExitCode : null,
            WasOutOfMemory = state.OOMKilled,
            Restarts = container.RestartCount,
            StartedAt = Time(state.StartedAt),
            EndedAt = Time(state.FinishedAt),
            Health = HealthOf(state.Health),
            HasTerminal = container.Config.Tty,
            Ports = PortsOf(container.NetworkSettings?.Ports),
            MemoryLimitBytes = limits?.Memory is > 0 and var memory ? memory : null,
            CpuLimit = limits?.NanoCPUs is > 0 and var cpus ? cpus / 1e9 : null,
        };
    }

    // "Never" is the year 1.
    static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year > 1
            ? time
            : null;

    static ContainerHealth? HealthOf(Health? health)
    {
        if (health?.Status is null or "" or "none")
        {
            return null;
        }

        var last = health.Log?.LastOrDefault();
        return new ContainerHealth(health.Status, health.FailingStreak, last?.ExitCode, last?.Output?.Trim());
    }

    static Dictionary<int, int> PortsOf(IDictionary<string, IList<PortBinding>>? ports)
    {
        var found = new Dictionary<int, int>();
        foreach (var (name, bindings) in ports ?? new Dictionary<string, IList<PortBinding>>(StringComparer.Ordinal))
        {
            // The host's own random port on loopback wins over one that the compose file publishes everywhere.
            var binding = (bindings ?? [])
                .Where(binding => binding.HostIP is "127.0.0.1" or "0.0.0.0" or "")
                .OrderBy(binding => binding.HostIP is "127.0.0.1" ? 0 : 1)
                .FirstOrDefault();
            if (name.Split('/') is [var port, "tcp"] && binding is not null)
            {
                found[int.Parse(port, CultureInfo.InvariantCulture)] = int.Parse(binding.HostPort, CultureInfo.InvariantCulture);
            }
        }

        return found;
    }
}

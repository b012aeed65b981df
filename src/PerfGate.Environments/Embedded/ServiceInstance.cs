using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Embedded;

/// <summary>One service of a run: its definition, where it listens, and its process once there is one.</summary>
internal sealed class ServiceInstance(ServiceDefinition definition)
{
    public ServiceDefinition Definition { get; } = definition;

    public string Name => Definition.Name;

    /// <summary>The published assembly; null when the definition names a program.</summary>
    public string? Assembly { get; set; }

    public Uri? Url { get; set; }

    public ServiceProcess? Process { get; set; }

    public bool IsReady { get; set; }

    public bool IsStopping { get; set; }

    /// <summary>Ended by itself, before anybody stopped it.</summary>
    public bool HasDied { get; set; }

    public ServiceStatus Status => new(Name, State, Url, Process?.Id, Process?.StartedAt, ExitCode);

    int? ExitCode => Process is { Exited.IsCompletedSuccessfully: true } process ? process.Exited.Result : null;

    ServiceState State => Process switch
    {
        null => ServiceState.Waiting,
        _ when HasDied => ServiceState.Died,
        _ when IsStopping => ServiceState.Stopped,
        _ => IsReady ? ServiceState.Running : ServiceState.Starting,
    };
}

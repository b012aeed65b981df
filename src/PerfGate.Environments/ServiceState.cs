namespace PerfGate.Environments;

/// <summary>Where a service is in its life.</summary>
public enum ServiceState
{
    /// <summary>Not started yet.</summary>
    Waiting,

    /// <summary>Started, and not known to be ready.</summary>
    Starting,

    /// <summary>Ready.</summary>
    Running,

    /// <summary>Ended by itself while it should run.</summary>
    Died,

    /// <summary>Stopped by the environment.</summary>
    Stopped,
}

namespace Docker.DotNet.Models;

/// <summary>Whether a container runs, and how it ended.</summary>
public class ContainerState
{
    /// <summary><c>created</c>, <c>running</c>, <c>paused</c>, <c>restarting</c>, <c>exited</c> or <c>dead</c>.</summary>
    public string Status { get; set; }

    /// <summary>Whether it runs; true while it is paused or between two restarts.</summary>
    public bool Running { get; set; }

    /// <summary>Whether it is frozen.</summary>
    public bool Paused { get; set; }

    /// <summary>Whether it ended and is about to be started again.</summary>
    public bool Restarting { get; set; }

    /// <summary>Whether the kernel killed a process of it for memory since it was last started.</summary>
    public bool OOMKilled { get; set; }

    /// <summary>Whether its removal failed half way.</summary>
    public bool Dead { get; set; }

    /// <summary>Process id of its first process on the engine's machine; 0 while it does not run.</summary>
    public long Pid { get; set; }

    /// <summary>Exit code of its last run; 0 while it runs, too.</summary>
    public long ExitCode { get; set; }

    /// <summary>Why it could not be started; empty if it could.</summary>
    public string Error { get; set; }

    /// <summary>RFC 3339 time of its last start; <c>0001-01-01T00:00:00Z</c> if it never was.</summary>
    public string StartedAt { get; set; }

    /// <summary>RFC 3339 time of its last end; <c>0001-01-01T00:00:00Z</c> if there was none.</summary>
    public string FinishedAt { get; set; }

    /// <summary>Outcome of its health check; <c>null</c> if it has none.</summary>
    public Health Health { get; set; }
}

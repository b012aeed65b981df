namespace PerfGate.Environments;

/// <summary>One service of the system under test, as it is now.</summary>
/// <param name="Name">The name its definition gives it.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Url">Where it listens; null before that is known.</param>
/// <param name="ProcessId">Its process; null before it is started.</param>
/// <param name="StartedAt">When it was started, UTC; null before.</param>
/// <param name="ExitCode">What it ended with (128 + signal when a signal ended it); null while it has not ended.</param>
public sealed record ServiceStatus(
    string Name,
    ServiceState State,
    Uri? Url,
    int? ProcessId,
    DateTimeOffset? StartedAt,
    int? ExitCode);

namespace PerfGate.Environments.Probes;

/// <summary>
/// Reads numbers of one service: what it uses, or what it tells of itself. Declares once what it reads; several probes may
/// read one service. Holds nothing before its first reading; one that then does is also <see cref="IAsyncDisposable"/>.
/// </summary>
public interface IProbe
{
    /// <summary>The service's name.</summary>
    string Service { get; }

    /// <summary>What each reading holds, in this order.</summary>
    IReadOnlyList<ProbeMetric> Metrics { get; }

    /// <summary>
    /// What it is now; cheap enough for once a second beside a load test. What cannot be read is null, and the reading says
    /// why. One caller at a time; does not block, beyond reading files that the kernel makes up.
    /// </summary>
    ValueTask<ProbeReading> ReadAsync(CancellationToken ct);
}

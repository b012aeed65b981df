namespace PerfGate.Environments.Probes;

/// <summary>Reads what one service uses. Never throws: what cannot be read is null.</summary>
public interface IProbe
{
    /// <summary>The service's name.</summary>
    string Service { get; }

    /// <summary>What it uses now. Cheap enough for once a second beside a load test; one caller at a time.</summary>
    ProbeReading Read();
}

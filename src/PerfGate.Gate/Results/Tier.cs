namespace PerfGate.Gate.Results;

/// <summary>Where a value lies among the three limits of a target.</summary>
public enum Tier
{
    /// <summary>As good as wished for.</summary>
    Target,

    /// <summary>Good enough.</summary>
    Acceptable,

    /// <summary>Worse than acceptable, better than critical.</summary>
    Degraded,

    /// <summary>Beyond the critical limit: the gate fails.</summary>
    Critical,
}

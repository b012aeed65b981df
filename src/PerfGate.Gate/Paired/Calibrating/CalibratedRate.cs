namespace PerfGate.Gate.Paired.Calibrating;

/// <summary>How often sessions of one kind ended how. Bounds are exact (Clopper and Pearson 1934), 95 %.</summary>
public sealed record CalibratedRate
{
    /// <summary>What was injected, such as cpu:10; null for identical builds.</summary>
    public string? Injected { get; init; }

    /// <summary>Whether these are real sessions, or decisions by replay from the rounds of real ones.</summary>
    public required bool Replayed { get; init; }

    /// <summary>All of them.</summary>
    public required int Sessions { get; init; }

    /// <summary>Those that ended regressed.</summary>
    public required int Regressed { get; init; }

    /// <summary>Those that ended improved.</summary>
    public required int Improved { get; init; }

    /// <summary>Those that ended passed.</summary>
    public required int Passed { get; init; }

    /// <summary>Those that ended inconclusive.</summary>
    public required int Inconclusive { get; init; }

    /// <summary>Those that ended invalid.</summary>
    public required int Invalid { get; init; }

    /// <summary>The lower bound of the rate of "regressed" among those that were not invalid, 0 to 1.</summary>
    public required double RegressedAtLeast { get; init; }

    /// <summary>The upper bound of the same.</summary>
    public required double RegressedAtMost { get; init; }

    /// <summary>The upper bound of the rate of "inconclusive" among those that were not invalid.</summary>
    public required double InconclusiveAtMost { get; init; }

    /// <summary>Median seconds of a session; null where none was timed.</summary>
    public double? MedianSeconds { get; init; }
}

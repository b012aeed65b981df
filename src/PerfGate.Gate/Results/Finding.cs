namespace PerfGate.Gate.Results;

/// <summary>Something the run shows about why.</summary>
/// <param name="Rule">The rule's stable name, such as "service-exited".</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Evidence">The numbers and the time range.</param>
/// <param name="Advice">What to try.</param>
public sealed record Finding(string Rule, string Title, string Evidence, string Advice)
{
    /// <summary>What that means for the system, in one sentence; null when the title says it all.</summary>
    public string? Meaning { get; init; }

    /// <summary>Where it begins, seconds after the start of load; null when it is of no certain time.</summary>
    public double? FromSeconds { get; init; }

    /// <summary>Where it ends; null when it is of no certain time.</summary>
    public double? ToSeconds { get; init; }
}

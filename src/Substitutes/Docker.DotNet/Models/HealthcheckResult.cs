namespace Docker.DotNet.Models;

/// <summary>One run of a health check.</summary>
public class HealthcheckResult
{
    /// <summary>When it began.</summary>
    public DateTime Start { get; set; }

    /// <summary>When it ended.</summary>
    public DateTime End { get; set; }

    /// <summary>0 for healthy; -1 for a check that took too long.</summary>
    public long ExitCode { get; set; }

    /// <summary>What it printed.</summary>
    public string Output { get; set; }
}

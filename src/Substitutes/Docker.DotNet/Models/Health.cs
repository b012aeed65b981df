namespace Docker.DotNet.Models;

/// <summary>Outcome of a container's health check.</summary>
public class Health
{
    /// <summary><c>starting</c>, <c>healthy</c> or <c>unhealthy</c>.</summary>
    public string Status { get; set; }

    /// <summary>Failures in a row.</summary>
    public long FailingStreak { get; set; }

    /// <summary>The last five checks, the oldest first.</summary>
    public IList<HealthcheckResult> Log { get; set; }
}

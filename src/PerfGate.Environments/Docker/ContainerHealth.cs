namespace PerfGate.Environments.Docker;

/// <summary>What a container's health check says.</summary>
/// <param name="Status">starting, healthy or unhealthy.</param>
/// <param name="FailingStreak">How often it failed in a row.</param>
/// <param name="LastExitCode">What its last check ended with; null before the first.</param>
/// <param name="LastOutput">What its last check wrote; null before the first.</param>
internal sealed record ContainerHealth(string Status, long FailingStreak, long? LastExitCode, string? LastOutput)
{
    /// <summary>Whether the check passes.</summary>
    public bool IsHealthy => Status is "healthy";
}

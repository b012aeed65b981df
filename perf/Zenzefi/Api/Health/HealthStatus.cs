namespace Zenzefi.Api.Health;

/// <summary>How the system is.</summary>
internal enum HealthStatus
{
    Healthy,

    /// <summary>Only the upstream is down.</summary>
    Degraded,

    /// <summary>The database or the cache is down.</summary>
    Unhealthy,
}

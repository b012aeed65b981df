namespace Zenzefi.Api.Health;

/// <summary>The result of one check.</summary>
internal sealed record HealthReport(HealthStatus Status, DateTimeOffset CheckedAt);

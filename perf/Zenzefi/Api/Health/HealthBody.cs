namespace Zenzefi.Api.Health;

/// <summary>The answer of /health; <paramref name="Timestamp"/> in UTC with a <c>Z</c>.</summary>
internal sealed record HealthBody(string Status, string Timestamp);

namespace Zenzefi.Api.Health;

/// <summary>Remembers the last check for a while.</summary>
internal interface IHealthCache
{
    /// <summary>The last report, or null when there is none that is fresh enough.</summary>
    ValueTask<HealthReport?> FindAsync(CancellationToken ct);

    ValueTask StoreAsync(HealthReport report, CancellationToken ct);
}

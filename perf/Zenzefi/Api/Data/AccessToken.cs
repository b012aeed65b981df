namespace Zenzefi.Api.Data;

/// <summary>A bought right to use the proxy for some hours, which start to count when it is first used.</summary>
internal sealed class AccessToken
{
    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }

    /// <summary>The secret itself: 64 URL-safe characters.</summary>
    public required string Token { get; init; }

    public required int DurationHours { get; init; }
    public required string Scope { get; init; }
    public required DateTime CreatedAt { get; init; }
    public DateTime? ActivatedAt { get; init; }
    public bool IsActive { get; init; } = true;
    public DateTime? RevokedAt { get; init; }

    /// <summary>When the token stops working (UTC), or null while it was never used.</summary>
    public DateTimeOffset? ExpiresAt =>
        ActivatedAt is { } activated ? new DateTimeOffset(activated, TimeSpan.Zero).AddHours(DurationHours) : null;

    public bool IsExpiredAt(DateTimeOffset now) => ExpiresAt <= now;
}

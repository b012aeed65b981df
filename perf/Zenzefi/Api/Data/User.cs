namespace Zenzefi.Api.Data;

/// <summary>An account: who logs in, and the wallet that tokens are bought from.</summary>
internal sealed class User
{
    public required Guid Id { get; init; }
    public required string Email { get; init; }
    public required string Username { get; init; }
    public required string HashedPassword { get; init; }
    public string? FullName { get; init; }
    public bool IsActive { get; init; } = true;
    public bool IsSuperuser { get; init; }

    /// <summary>In ZNC, two decimals, never negative.</summary>
    public decimal CurrencyBalance { get; init; }

    public required string ReferralCode { get; init; }
    public Guid? ReferredById { get; init; }
    public decimal ReferralBonusEarned { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime UpdatedAt { get; init; }
}

using System.ComponentModel.DataAnnotations;

namespace CoreVia.Api.Data;

/// <summary>An account: a client who trains, or a trainer who sells.</summary>
internal sealed class User
{
    public const int LongestName = 100;

    /// <summary>A UUID as text, like every id here.</summary>
    public required string Id { get; init; }

    [MaxLength(LongestName)]
    public required string Name { get; init; }

    [MaxLength(255)]
    public required string Email { get; init; }

    [MaxLength(255)]
    public required string HashedPassword { get; init; }

    public required UserType UserType { get; init; }

    [MaxLength(500)]
    public string? ProfileImageUrl { get; init; }

    public bool IsActive { get; init; } = true;
    public required DateTime CreatedAt { get; init; }
    public required DateTime UpdatedAt { get; init; }
    public int? Age { get; init; }
    public double? Weight { get; init; }
    public double? Height { get; init; }

    [MaxLength(100)]
    public string? Goal { get; init; }

    [MaxLength(20)]
    public string? Gender { get; init; }

    public string? TrainerId { get; init; }

    [MaxLength(100)]
    public string? Specialization { get; init; }

    /// <summary>In years.</summary>
    public int? Experience { get; init; }

    public double? Rating { get; init; }
    public double? PricePerSession { get; init; }

    [MaxLength(1000)]
    public string? Bio { get; init; }

    public VerificationStatus VerificationStatus { get; init; } = VerificationStatus.Verified;

    [MaxLength(500)]
    public string? CertificateImageUrl { get; init; }

    [MaxLength(100)]
    public string? InstagramHandle { get; init; }

    [MaxLength(500)]
    public string? VerificationPhotoUrl { get; init; }

    public double? VerificationScore { get; init; }
    public int VerificationAttempts { get; init; }
    public DateTime? LastVerificationAttempt { get; init; }
    public bool IsPremium { get; init; }
    public bool IsAdmin { get; init; }
}

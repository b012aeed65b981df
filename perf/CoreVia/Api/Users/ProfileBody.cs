using CoreVia.Api.Data;

namespace CoreVia.Api.Users;

/// <summary>What an account shows to its owner.</summary>
internal sealed record ProfileBody(
    string Id,
    string Name,
    string Email,
    string UserType,
    string? ProfileImageUrl,
    bool IsActive,
    bool IsPremium,
    DateTime CreatedAt,
    int? Age,
    double? Weight,
    double? Height,
    string? Goal,
    string? TrainerId,
    string? Specialization,
    int? Experience,
    double? Rating,
    double? PricePerSession,
    string? Bio,
    string VerificationStatus,
    string? InstagramHandle,
    string? VerificationPhotoUrl,
    double? VerificationScore)
{
    public static ProfileBody Of(User user) => new(
        user.Id,
        user.Name,
        user.Email,
        Words<UserType>.Of(user.UserType),
        user.ProfileImageUrl,
        user.IsActive,
        user.IsPremium,
        user.CreatedAt,
        user.Age,
        user.Weight,
        user.Height,
        user.Goal,
        user.TrainerId,
        user.Specialization,
        user.Experience,
        user.Rating,
        user.PricePerSession,
        user.Bio,
        Words<VerificationStatus>.Of(user.VerificationStatus),
        user.InstagramHandle,
        user.VerificationPhotoUrl,
        user.VerificationScore);
}

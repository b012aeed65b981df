using Zenzefi.Api.Data;

namespace Zenzefi.Api.Auth;

/// <summary>What an account shows of itself: no password, no balance.</summary>
internal sealed record UserBody(
    Guid Id,
    string Email,
    string Username,
    string? FullName,
    bool IsActive,
    bool IsSuperuser,
    string ReferralCode,
    DateTime CreatedAt,
    DateTime UpdatedAt)
{
    public static UserBody Of(User user) => new(
        user.Id,
        user.Email,
        user.Username,
        user.FullName,
        user.IsActive,
        user.IsSuperuser,
        user.ReferralCode,
        user.CreatedAt,
        user.UpdatedAt);
}

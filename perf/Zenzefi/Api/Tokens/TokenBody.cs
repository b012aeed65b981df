using Zenzefi.Api.Data;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api.Tokens;

/// <summary>A token as its owner sees it.</summary>
internal sealed record TokenBody(
    Guid Id,
    string Token,
    int DurationHours,
    string Scope,
    decimal? CostZnc,
    DateTime CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTime? ActivatedAt,
    bool IsActive)
{
    public static TokenBody Of(AccessToken token, TokenPrices prices) => new(
        token.Id,
        token.Token,
        token.DurationHours,
        token.Scope,
        prices.Of(token.DurationHours),
        token.CreatedAt,
        token.ExpiresAt,
        token.ActivatedAt,
        token.IsActive);
}

namespace Zenzefi.Api.Proxy;

/// <summary>The state of an access token.</summary>
internal sealed record ProxyStatusBody(
    bool Connected,
    Guid UserId,
    Guid TokenId,
    bool IsActivated,
    DateTimeOffset? ExpiresAt,
    int DurationHours,
    int? TimeRemainingSeconds,
    string Status)
{
    public static ProxyStatusBody Of(ActiveToken token, DateTimeOffset now) => new(
        Connected: true,
        token.UserId,
        token.TokenId,
        IsActivated: token.ExpiresAt is not null,
        token.ExpiresAt,
        token.DurationHours,
        token.ExpiresAt is { } expiry ? (int)(expiry - now).TotalSeconds : null,
        token.ExpiresAt is null ? "ready" : "active");
}

namespace Zenzefi.Api.Proxy;

/// <summary>What has to be known of a token to let it through.</summary>
internal sealed record ActiveToken(Guid UserId, Guid TokenId, DateTimeOffset? ExpiresAt, int DurationHours, string Scope);

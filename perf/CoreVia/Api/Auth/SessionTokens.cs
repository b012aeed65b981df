using CoreVia.Api.Data;
using CoreVia.Api.Settings;
using CoreVia.Api.Users;
using Microsoft.IdentityModel.JsonWebTokens;

namespace CoreVia.Api.Auth;

/// <summary>The two tokens of a session: one to call with, and a longer-lived one that nothing on this surface takes.</summary>
internal sealed class SessionTokens(CoreViaSettings settings, TimeProvider clock)
{
    const string TypeClaim = "type";
    const string Access = "access";

    readonly BearerTokens access = new(settings.SecretKey, settings.AccessTokenLifetime, clock);
    readonly BearerTokens refresh = new(settings.SecretKey, settings.RefreshTokenLifetime, clock);

    public SessionBody Open(User user) =>
        new(Issue(access, Access, user), Issue(refresh, "refresh", user), "bearer", ProfileBody.Of(user));

    /// <summary>The user that an access token was issued to, or null when it is forged, damaged, too old or of another type.</summary>
    public async ValueTask<Guid?> ReadAsync(string token) =>
        await access.ReadAsync(token) is { } user
            && new JsonWebToken(token).TryGetPayloadValue<string>(TypeClaim, out var type)
            && type == Access
            ? user
            : null;

    static string Issue(BearerTokens tokens, string type, User user) => tokens.Issue(
        Guid.Parse(user.Id),
        ("user_type", Words<UserType>.Of(user.UserType)),
        ("is_premium", user.IsPremium),
        (TypeClaim, type));
}

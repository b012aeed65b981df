using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Zenzefi.Api.Data;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api.Auth;

/// <summary>Issues and reads the signed tokens (JWT, HS256) that a logged-in user carries.</summary>
internal sealed class BearerTokens
{
    const string UsernameClaim = "username";

    readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };
    readonly SigningCredentials signing;
    readonly TokenValidationParameters rules;
    readonly TimeProvider clock;

    public BearerTokens(ZenzefiSettings settings, TimeProvider clock)
    {
        this.clock = clock;
        Lifetime = settings.AccessTokenLifetime;
        signing = new SigningCredentials(
            new SymmetricSecurityKey(Encoding.UTF8.GetBytes(settings.SecretKey)),
            SecurityAlgorithms.HmacSha256);
        rules = new TokenValidationParameters
        {
            IssuerSigningKey = signing.Key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidateIssuer = false,
            ValidateAudience = false,
            LifetimeValidator = (_, expires, _, _) => expires > clock.GetUtcNow().UtcDateTime,
        };
    }

    public TimeSpan Lifetime { get; }

    public string Issue(User user)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [JwtRegisteredClaimNames.Sub] = user.Id.ToString(),
                [UsernameClaim] = user.Username,
            },
            IssuedAt = now,
            Expires = now + Lifetime,
            SigningCredentials = signing,
        });
    }

    /// <summary>The user that a token was issued to, or null when it is forged, damaged or too old.</summary>
    public async ValueTask<Guid?> ReadAsync(string token)
    {
        var result = await handler.ValidateTokenAsync(token, rules);
        return result.IsValid && Guid.TryParse(((JsonWebToken)result.SecurityToken).Subject, out var id) ? id : null;
    }
}

using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ReferenceSystem.Auth;

/// <summary>Issues and reads the signed tokens (JWT, HS256) that a logged-in user carries.</summary>
internal sealed class BearerTokens
{
    readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };
    readonly SigningCredentials signing;
    readonly TokenValidationParameters rules;
    readonly TimeProvider clock;

    /// <summary>Tokens signed with one key.</summary>
    /// <param name="secretKey">Signs them; 32 bytes or more.</param>
    /// <param name="lifetime">How long they hold.</param>
    /// <param name="clock">The time by which they expire.</param>
    public BearerTokens(string secretKey, TimeSpan lifetime, TimeProvider clock)
    {
        this.clock = clock;
        Lifetime = lifetime;
        signing = new SigningCredentials(
            new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secretKey)),
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

    /// <summary>A token for a user.</summary>
    /// <param name="user">The user's id.</param>
    /// <param name="claims">What else it says.</param>
    public string Issue(Guid user, params ReadOnlySpan<(string Name, object Value)> claims)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var all = new Dictionary<string, object>(StringComparer.Ordinal) { [JwtRegisteredClaimNames.Sub] = user.ToString() };
        foreach (var (name, value) in claims)
        {
            all[name] = value;
        }

        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Claims = all,
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

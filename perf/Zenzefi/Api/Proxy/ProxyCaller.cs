using System.Security.Cryptography;
using System.Text;
using Zenzefi.Api.Data;
using Zenzefi.Api.Http;
using Zenzefi.Api.Limits;

namespace Zenzefi.Api.Proxy;

/// <summary>Whoever holds the access token of a request. Recognising it does not activate it.</summary>
internal sealed class ProxyCaller : IRefusable, ILimited
{
    const string Header = "X-Access-Token";

    readonly ActiveToken? token;

    ProxyCaller(ActiveToken token) => this.token = token;

    ProxyCaller(string problem) => Refusal = Errors.Detail(StatusCodes.Status401Unauthorized, problem);

    public IResult? Refusal { get; }

    public ActiveToken Token => token ?? throw new InvalidOperationException("A refused request has no token.");

    public (LimitClass Class, string Identity)? Limited =>
        token is null ? null : (LimitClass.Proxy, token.TokenId.ToString());

    /// <summary>Called by the framework to make the parameter of a handler.</summary>
    public static async ValueTask<ProxyCaller?> BindAsync(HttpContext context)
    {
        var secret = context.Request.Headers[Header].ToString();
        if (secret.Length == 0)
        {
            return new ProxyCaller($"The header {Header} is missing.");
        }

        var services = context.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return await FindAsync(services, secret, context.RequestAborted) switch
        {
            null => new ProxyCaller("The access token is not known, or it was revoked."),
            { ExpiresAt: { } expiry } when expiry <= now => new ProxyCaller("The access token has expired."),
            var token => new ProxyCaller(token),
        };
    }

    static async ValueTask<ActiveToken?> FindAsync(IServiceProvider services, string secret, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
        if (await services.GetRequiredService<ITokenCache>().FindAsync(hash, ct) is { } cached)
        {
            return cached;
        }

        var db = services.GetRequiredService<ZenzefiDb>();
        var row = await services.GetRequiredService<Queries>().UsableToken(db, secret, ct);
        return row is null ? null : new ActiveToken(row.UserId, row.Id, row.ExpiresAt, row.DurationHours, row.Scope);
    }
}

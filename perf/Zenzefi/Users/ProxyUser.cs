using PerfGate.Load;

namespace Zenzefi.Users;

/// <summary>A device behind the proxy, which keeps asking whether its access token still holds.</summary>
public sealed class ProxyUser : HttpUser
{
    static readonly Endpoint Status = Endpoint.Get("/api/v1/proxy/status");

    /// <summary>What this user does again and again.</summary>
    public static IEnumerable<Endpoint> Endpoints => [Status];

    /// <inheritdoc />
    public override Pace Pace => Pace.Between(0.5.Seconds(), 2.Seconds());

    /// <summary>Takes the token of --access-token; without one, the first of these users buys one for all of them.</summary>
    public override async Task OnStart(UserContext user)
    {
        user.Http.Headers["X-Device-ID"] = $"loadtest_device_{user.Random.NextInt64():x16}{user.Random.Next(0x10000):x4}";
        user.Http.Headers["X-Access-Token"] = user.Option("access-token") ?? await user.Once("proxy-token", () => BuyToken(user));
    }

    /// <summary>
    /// Asks for the state of the connection. A conflict with another device is an answer, not a failure; without a token
    /// there is nothing to ask.
    /// </summary>
    [UserTask(Weight = 10)]
    public async Task CheckStatus(UserContext user)
    {
        if (!user.Http.Headers.ContainsKey("X-Access-Token")) return;
        using var reply = await user.Http.Send(Status);
        reply.ExpectStatus(200, 409);
    }

    static async Task<string> BuyToken(UserContext user)
    {
        await Account.Open(user);
        var token = await TokenShop.Buy(user, hours: 24);
        user.Http.Headers.Remove("Authorization");
        return token ?? throw new InvalidOperationException("No access token was sold to the proxy users; pass one with --access-token.");
    }
}

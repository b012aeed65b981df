using PerfGate.Load;

namespace Zenzefi.Users;

/// <summary>Buying an access token. Each duration is an endpoint of its own in the statistics.</summary>
internal static class TokenShop
{
    static readonly IReadOnlyDictionary<int, Endpoint> Purchases = new[] { 1, 12, 24 }.ToDictionary(
        hours => hours, hours => Endpoint.Post("/api/v1/tokens/purchase").Named($"/api/v1/tokens/purchase (duration={hours}h)"));

    public static IReadOnlyList<int> Durations { get; } = [.. Purchases.Keys];

    public static IEnumerable<Endpoint> Endpoints => Purchases.Values;

    /// <summary>Buys a token; tops the account up when its balance is too low, which is not a failure.</summary>
    /// <returns>The token; null when none was sold.</returns>
    public static async Task<string?> Buy(UserContext user, int hours)
    {
        using var reply = await user.Http.Send(Purchases[hours], r => r.Json(new { duration_hours = hours, scope = "full" }));
        if (!reply.ExpectStatus(200, 402)) return null;
        if (reply.Status == 200) return reply.Json<BoughtToken>().Token;
        await Account.Deposit(user);
        return null;
    }
}

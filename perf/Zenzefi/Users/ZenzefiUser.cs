using PerfGate.Load;

namespace Zenzefi.Users;

/// <summary>Somebody with an account: looks at the balance and the tokens, and buys one now and then.</summary>
public sealed class ZenzefiUser : HttpUser
{
    static readonly Endpoint Balance = Endpoint.Get("/api/v1/currency/balance");
    static readonly Endpoint Tokens = Endpoint.Get("/api/v1/tokens/my-tokens?active_only=true");
    static readonly Endpoint Transactions = Endpoint.Get("/api/v1/currency/transactions?skip=0&limit=10");
    static readonly Endpoint Health = Endpoint.Get("/health");
    static readonly Endpoint Metrics = Endpoint.Get("/metrics");

    /// <summary>What this user does again and again.</summary>
    public static IEnumerable<Endpoint> Endpoints => [Balance, Tokens, Transactions, Health, Metrics, .. TokenShop.Endpoints];

    /// <inheritdoc />
    public override Pace Pace => Pace.Between(1.Seconds(), 3.Seconds());

    /// <inheritdoc />
    public override Task OnStart(UserContext user) => Account.Open(user);

    /// <summary>Reads the balance.</summary>
    [UserTask(Weight = 10)]
    public Task ReadBalance(UserContext user) => Read(user, Balance);

    /// <summary>Lists the active tokens.</summary>
    [UserTask(Weight = 8)]
    public Task ListTokens(UserContext user) => Read(user, Tokens);

    /// <summary>Lists the last ten transactions.</summary>
    [UserTask(Weight = 5)]
    public Task ListTransactions(UserContext user) => Read(user, Transactions);

    /// <summary>Buys a token for 1, 12 or 24 hours.</summary>
    [UserTask(Weight = 3)]
    public Task BuyToken(UserContext user) =>
        TokenShop.Buy(user, TokenShop.Durations[user.Random.Next(TokenShop.Durations.Count)]);

    /// <summary>Asks whether the system is healthy.</summary>
    [UserTask(Weight = 2)]
    public Task CheckHealth(UserContext user) => Read(user, Health);

    /// <summary>Reads the metrics page.</summary>
    [UserTask(Weight = 1)]
    public Task ReadMetrics(UserContext user) => Read(user, Metrics);

    static async Task Read(UserContext user, Endpoint endpoint)
    {
        using var reply = await user.Http.Send(endpoint);
        reply.ExpectStatus(200);
    }
}

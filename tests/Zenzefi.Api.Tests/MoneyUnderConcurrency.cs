using Microsoft.EntityFrameworkCore;
using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public abstract class MoneyUnderConcurrency(IStore store)
{
    [Fact]
    public async Task Two_hundred_purchases_at_once_never_overdraw_the_account()
    {
        await using var server = await ZenzefiServer.StartAsync(store);
        var user = await server.UserAsync(deposit: 500.50m);

        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => user.PurchaseAsync(12)));

        replies.Count(reply => reply.Status == 200).ShouldBe(50);
        replies.Count(reply => reply.Status == 402).ShouldBe(150);
        (await user.BalanceAsync()).ShouldBe("0.50");
        (await user.GetAsync("/api/v1/tokens/my-tokens")).Json.GetArrayLength().ShouldBe(50);
        (await user.GetAsync("/api/v1/currency/transactions?transaction_type=purchase"))["total"].ShouldBe("50");
    }

    [Fact]
    public async Task Two_hundred_deposits_at_once_add_up()
    {
        await using var server = await ZenzefiServer.StartAsync(store);
        var user = await server.UserAsync();

        var replies = await Task.WhenAll(Enumerable.Range(1, 200).Select(cents => user.DepositAsync(cents / 100m)));

        replies.ShouldAllBe(reply => reply.Status == 200);
        (await user.BalanceAsync()).ShouldBe("201.00");
    }

    [Fact]
    public async Task What_the_history_says_is_what_the_wallet_holds()
    {
        await using var server = await ZenzefiServer.StartAsync(store);
        var user = await server.UserAsync(deposit: 30);

        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => (i % 4) switch
        {
            0 => user.DepositAsync(0.05m),
            1 => user.PurchaseAsync(1),
            2 => user.PurchaseAsync(12),
            _ => user.GetAsync("/api/v1/tokens/my-tokens"),
        }));

        replies.ShouldAllBe(reply => reply.Status == 200 || reply.Status == 402);
        var amounts = await server.InDatabaseAsync(db => db.Transactions.Select(t => t.Amount).ToListAsync());
        (await user.BalanceAsync()).ShouldBe(amounts.Sum().ToString("F2"));
    }

    [Fact]
    public async Task A_hundred_users_at_once_see_no_error()
    {
        await using var server = await ZenzefiServer.StartAsync(store);

        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            var user = await server.UserAsync(deposit: 20);
            return (Reply[])
            [
                await user.PurchaseAsync(12),
                await user.GetAsync("/api/v1/currency/balance"),
                await user.GetAsync("/api/v1/tokens/my-tokens?active_only=true"),
                await user.GetAsync("/api/v1/currency/transactions?skip=0&limit=10"),
                await user.GetAsync("/health"),
                await user.GetAsync("/metrics"),
            ];
        }));

        replies.SelectMany(each => each).ShouldAllBe(reply => reply.Status == 200);
        replies.ShouldAllBe(each => each[1]["balance"] == "10.00");
    }
}

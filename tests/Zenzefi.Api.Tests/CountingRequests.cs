using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class CountingRequests(SharedServer shared)
{
    [Fact]
    public async Task Every_answer_is_counted_by_route_method_and_status()
    {
        await using var server = await ZenzefiServer.StartAsync(shared.Store);
        var user = await server.UserAsync(deposit: 5);
        await user.PurchaseAsync(1);
        await user.PurchaseAsync(12);
        await user.PurchaseAsync(0);
        await server.Stranger().GetAsync("/api/v1/currency/balance");
        await user.GetAsync("/api/v1/currency/transactions?skip=0&limit=10");
        await user.GetAsync("/health");
        await user.GetAsync("/health");
        await user.GetAsync("/metrics");
        await user.GetAsync("/no/such/page");
        await user.GetAsync("/no/such/page/either");
        await user.GetAsync("/api/v1/auth/login");
        await user.SendAsync(new HttpMethod("BREW"), "/pot");

        (await CountsAsync(server)).ShouldBe(
            new Dictionary<string, double>
            {
                ["/api/v1/auth/register POST 200"] = 1,
                ["/api/v1/auth/login POST 200"] = 1,
                ["/api/v1/currency/mock-purchase POST 200"] = 1,
                ["/api/v1/tokens/purchase POST 200"] = 1,
                ["/api/v1/tokens/purchase POST 402"] = 1,
                ["/api/v1/tokens/purchase POST 422"] = 1,
                ["/api/v1/currency/balance GET 403"] = 1,
                ["/api/v1/currency/transactions GET 200"] = 1,
                ["/health GET 200"] = 2,
                ["/metrics GET 200"] = 1,
                ["unmatched GET 404"] = 2,
                ["unmatched GET 405"] = 1,
                ["unmatched other 404"] = 1,
            },
            ignoreOrder: true);
    }

    [Fact]
    public async Task A_scrape_finds_all_answers_given_before_it_and_not_itself()
    {
        await using var server = await ZenzefiServer.StartAsync(shared.Store);
        for (var scrapes = 0; scrapes < 20; scrapes++)
        {
            (await CountsAsync(server)).GetValueOrDefault("/metrics GET 200").ShouldBe(scrapes);
        }
    }

    [Fact]
    public async Task None_is_lost_when_many_come_at_once()
    {
        await using var server = await ZenzefiServer.StartAsync(shared.Store);
        var user = await server.UserAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 500).Select(i =>
            user.GetAsync(i % 2 == 0 ? "/health" : "/api/v1/currency/balance")));

        replies.ShouldAllBe(reply => reply.Status == 200);
        var counts = await CountsAsync(server);
        counts["/health GET 200"].ShouldBe(250);
        counts["/api/v1/currency/balance GET 200"].ShouldBe(250);
    }

    [Fact]
    public async Task What_a_fault_answers_is_counted_as_well()
    {
        await using var server = await ZenzefiServer.StartAsync(shared.Store, ("FAULT_ERROR_PERCENT", "100"));
        await server.Stranger().LogInAsync("nobody@loadtest.local");

        (await CountsAsync(server))["/api/v1/auth/login POST 500"].ShouldBe(1);
    }

    static async Task<Dictionary<string, double>> CountsAsync(ZenzefiServer server)
    {
        const string Name = "http_requests_total{";
        return (await server.ScrapeAsync())
            .Where(sample => sample.Key.StartsWith(Name, StringComparison.Ordinal))
            .ToDictionary(
                sample => string.Join(' ', sample.Key[Name.Length..^1].Split(',').Select(label => label.Split('"')[1])),
                sample => sample.Value);
    }
}

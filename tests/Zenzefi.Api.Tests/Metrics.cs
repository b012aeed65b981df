using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class Metrics(SharedServer shared)
{
    [Fact]
    public async Task Are_Prometheus_text_with_every_family_of_the_contract()
    {
        var reply = await shared.Server.Stranger().GetAsync("/metrics");

        reply.Status.ShouldBe(200);
        reply.ContentType.ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        reply.Text.Split('\n').Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line[7..]).ShouldBe(
            [
                "http_requests_total counter", "proxy_requests_total counter", "auth_attempts_total counter",
                "token_purchases_total counter", "token_revocations_total counter", "balance_deposits_total counter",
                "active_tokens gauge", "active_sessions gauge", "total_users gauge", "redis_connected gauge",
                "database_connected gauge", "proxy_latency_seconds histogram", "db_query_duration_seconds histogram",
                "redis_operation_duration_seconds histogram",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Count_what_is_there_and_what_was_done()
    {
        await using var server = await ZenzefiServer.StartAsync(shared.Store);
        var user = await server.UserAsync(deposit: 500);
        await server.UserAsync();
        var token = (await user.PurchaseAsync(12))["token"];
        await user.PurchaseAsync(12);
        await user.PurchaseAsync(1);
        await user.LogInAsync(user.Email!, "wrong password");
        await server.Stranger().GetAsync("/api/v1/proxy/status", ("X-Access-Token", token));

        var samples = await server.ScrapeAsync();

        samples["total_users"].ShouldBe(2);
        samples["active_tokens"].ShouldBe(3);
        samples["active_sessions"].ShouldBe(0);
        samples["database_connected"].ShouldBe(1);
        samples["""token_purchases_total{duration_hours="12"}"""].ShouldBe(2);
        samples["""token_purchases_total{duration_hours="1"}"""].ShouldBe(1);
        samples["""auth_attempts_total{result="success"}"""].ShouldBe(2);
        samples["""auth_attempts_total{result="failure"}"""].ShouldBe(1);
        samples["balance_deposits_total"].ShouldBe(1);
        samples["""proxy_requests_total{method="GET",status_code="200"}"""].ShouldBe(1);
        samples["proxy_latency_seconds_count"].ShouldBe(1);
        samples["""proxy_latency_seconds_bucket{le="+Inf"}"""].ShouldBe(1);
        samples["""db_query_duration_seconds_count{query_type="update"}"""].ShouldBe(4);
    }

    [Fact]
    public async Task Leave_out_what_could_not_be_counted()
    {
        await using var server = await ZenzefiServer.StartAsync(shared.Store, ("DATABASE_URL", "sqlite:////nowhere/at/all.db"));

        var samples = await server.ScrapeAsync();

        samples["database_connected"].ShouldBe(0);
        samples.ShouldNotContainKey("total_users");
        samples.ShouldNotContainKey("active_tokens");
    }
}

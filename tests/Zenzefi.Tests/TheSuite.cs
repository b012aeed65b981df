using PerfGate.Gate.Suites;
using PerfGate.Load;
using Zenzefi.Users;

namespace Zenzefi.Tests;

/// <summary>The suite is what people ran by hand: the same users, weights, waits, names and limits.</summary>
public sealed class TheSuite
{
    readonly SuiteDefinition suite = new ZenzefiSuite().Build(Root());

    [Fact]
    public void Is_in_order() => suite.Problems().ShouldBeEmpty();

    [Fact]
    public void Has_both_kinds_of_users_in_equal_number() =>
        suite.Users.Select(u => (u.Name, u.Weight)).ShouldBe([("ZenzefiUser", 1), ("ProxyUser", 1)]);

    [Fact]
    public void Weighs_tasks_as_ever()
    {
        Weights<ZenzefiUser>().ShouldBe(
            [("ReadBalance", 10), ("ListTokens", 8), ("ListTransactions", 5), ("BuyToken", 3), ("CheckHealth", 2), ("ReadMetrics", 1)]);
        Weights<ProxyUser>().ShouldBe([("CheckStatus", 10)]);
    }

    [Fact]
    public void Waits_as_ever()
    {
        new ZenzefiUser().Pace.ShouldBe(Pace.Between(1.Seconds(), 3.Seconds()));
        new ProxyUser().Pace.ShouldBe(Pace.Between(0.5.Seconds(), 2.Seconds()));
    }

    [Fact]
    public void Names_endpoints_as_ever() =>
        ZenzefiUser.Endpoints.Concat(ProxyUser.Endpoints).Select(e => e.Name).ShouldBe(
            [
                "/api/v1/currency/balance", "/api/v1/tokens/my-tokens", "/api/v1/currency/transactions", "/health", "/metrics",
                "/api/v1/tokens/purchase (duration=1h)", "/api/v1/tokens/purchase (duration=12h)", "/api/v1/tokens/purchase (duration=24h)",
                "/api/v1/proxy/status",
            ],
            ignoreOrder: true);

    [Theory]
    [InlineData("p50", 50, 100, 200)]
    [InlineData("p95", 200, 500, 1000)]
    [InlineData("p99", 500, 1000, 2000)]
    [InlineData("errorRate", 0.001, 0.01, 0.05)]
    [InlineData("requestsPerSecond", 1000, 500, 200)]
    public void Has_the_limits_of_old(string metric, double target, double acceptable, double critical)
    {
        var limit = suite.Targets.Single(t => t.Limit.Endpoint is null && t.Limit.Metric == metric).Limit;
        (limit.Target, limit.Acceptable, limit.Critical).ShouldBe((target, acceptable, critical));
    }

    [Fact]
    public void Limits_every_endpoint_that_is_asked_again_and_again() =>
        suite.Targets.Select(t => t.Limit).Where(limit => limit.Endpoint is not null).Select(limit => $"{limit.Method} {limit.Endpoint}").Distinct()
            .ShouldBe(ZenzefiUser.Endpoints.Concat(ProxyUser.Endpoints).Select(e => e.ToString()), ignoreOrder: true);

    [Fact]
    public void Does_not_ask_a_hundred_thoughtful_users_for_a_thousand_requests_a_second() =>
        suite.Targets.Where(t => t.Limit.Metric == "requestsPerSecond").ShouldAllBe(t => !t.HoldsFor("quick"));

    static IEnumerable<(string Name, int Weight)> Weights<TUser>() =>
        typeof(TUser).GetMethods()
            .Select(m => (m.Name, Task: m.GetCustomAttributes(typeof(UserTaskAttribute), false).Cast<UserTaskAttribute>().SingleOrDefault()))
            .Where(m => m.Task is not null)
            .Select(m => (m.Name, m.Task!.Weight));

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PerfGate.slnx"))) folder = folder.Parent;
        return folder!.FullName;
    }
}

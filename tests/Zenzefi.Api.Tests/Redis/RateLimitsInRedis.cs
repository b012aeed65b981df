using Zenzefi.Api.Limits;
using Zenzefi.Api.Redis;
using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests.Redis;

public sealed class RateLimitsInRedis(SharedServer server, SharedRedis redis) : RateLimits(server)
{
    readonly SharedRedis redis = redis;

    protected override async Task<(string Name, string Value)[]> PlaceAsync() => [await redis.UrlAsync()];

    [Fact]
    public async Task Are_shared_by_all_who_use_the_same_database()
    {
        var settings = await redis.DatabaseAsync();
        await using var one = settings.Client();
        await using var other = settings.Client();
        var limiters = new[] { one, other }.Select(client => new RedisRateLimiter(client, new ShiftedClock())).ToArray();

        var waits = await Task.WhenAll(Enumerable.Range(0, 60).Select(i =>
            Task.Run(async () => await limiters[i % 2].TryEnterAsync(LimitClass.Auth, "ann", TestContext.Current.CancellationToken))));

        waits.Count(wait => wait is null).ShouldBe(5);
        waits.OfType<TimeSpan>().ShouldAllBe(wait => wait > TimeSpan.FromMinutes(59) && wait <= TimeSpan.FromMinutes(60));
        (await one.SendAsync("ZCARD", "rate_limit:auth:ann")).Number.ShouldBe(5);
    }

    [Fact]
    public async Task Are_sorted_sets_of_seconds_that_go_away_by_themselves()
    {
        await using var client = (await redis.DatabaseAsync()).Client();
        var limiter = new RedisRateLimiter(client, TimeProvider.System);
        var second = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

        await limiter.TryEnterAsync(LimitClass.Proxy, "some-token", TestContext.Current.CancellationToken);

        var entry = (await client.SendAsync("ZRANGE", "rate_limit:proxy:some-token", "0", "-1", "WITHSCORES")).Items.ShouldNotBeNull();
        entry.Count.ShouldBe(2);
        long.Parse(entry[1].Text!).ShouldBeInRange(second, second + 60);
        entry[0].Text!.ShouldMatch($"^{entry[1].Text}[0-9a-f]{{16}}$");
        (await client.SendAsync("TTL", "rate_limit:proxy:some-token")).Number.ShouldBeInRange(50, 60);
    }
}

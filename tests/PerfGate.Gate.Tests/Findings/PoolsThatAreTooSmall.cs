using PerfGate.Gate.Findings;
using PerfGate.Gate.Records;
using PerfGate.Statistics;

namespace PerfGate.Gate.Tests.Findings;

public sealed class PoolsThatAreTooSmall
{
    [Fact]
    public void Few_connections_always_busy_under_many_requests_are_a_small_pool()
    {
        // 20 measured samples, 17 of them with both connections busy.
        var finding = UnderWay(14).With(Postgres(_ => 2, second => second is 6 or 7 or 8 ? 1 : 2)).Look<PoolExhausted>().Single();
        finding.Evidence.ShouldBe("'postgres' had never more than 2 connections, all in use in 85 % of the samples, while about 14 requests were under way, between second 9 and 25.");
        finding.Span().ShouldBe((9, 25));
    }

    [Fact]
    public void A_connection_idle_in_a_transaction_is_busy() =>
        UnderWay(14).With(Postgres(_ => 2, _ => 1, _ => 1)).Look<PoolExhausted>().ShouldHaveSingleItem();

    [Fact]
    public void Connections_that_are_often_free_are_no_small_pool()
    {
        UnderWay(14).With(Postgres(_ => 2, second => second <= 11 ? 2 : 1)).Look<PoolExhausted>().ShouldHaveSingleItem("6 of 20 samples");
        UnderWay(14).With(Postgres(_ => 2, second => second <= 10 ? 2 : 1)).Look<PoolExhausted>().ShouldBeEmpty("5 of 20 samples");
    }

    [Fact]
    public void A_pool_that_still_grows_is_no_small_pool() =>
        UnderWay(60).With(Postgres(second => 1 + (second / 4), second => 1 + (second / 4))).Look<PoolExhausted>().ShouldBeEmpty();

    [Theory]
    [InlineData(4.1, true)]
    [InlineData(3.9, false)]
    public void Twice_as_many_requests_as_connections_are_pressure(double underWay, bool found) =>
        UnderWay(underWay).With(Postgres(_ => 2, _ => 2)).Finds<PoolExhausted>().ShouldBe(found);

    [Fact]
    public void Samples_of_the_warm_up_do_not_count() =>
        UnderWay(14).With(Postgres(_ => 2, second => second <= 5 ? 2 : 1)).Look<PoolExhausted>().ShouldBeEmpty();

    [Fact]
    public void Too_few_or_unknown_samples_say_nothing()
    {
        UnderWay(14).With(Postgres(second => second >= 17 ? 2 : null, _ => 2)).Look<PoolExhausted>().ShouldBeEmpty("9 samples");
        UnderWay(14).With(Postgres(_ => 2, _ => null)).Look<PoolExhausted>().ShouldBeEmpty();
        UnderWay(14).With(Postgres(_ => 0, _ => 0)).Look<PoolExhausted>().ShouldBeEmpty("nobody connected");
        (UnderWay(14) with { Overall = null }).With(Postgres(_ => 2, _ => 2)).Look<PoolExhausted>().ShouldBeEmpty();
    }

    [Fact]
    public void A_log_that_says_so_is_enough() =>
        Given.Run.Saying("pool-exhausted", 31, line: "The connection pool has been exhausted").Look<PoolExhausted>().Single().Evidence
            .ShouldBe("The log of 'api' says so in 31 lines, between second 7 and 9: \"The connection pool has been exhausted\".");

    [Fact]
    public void Samples_and_log_make_one_finding()
    {
        var evidence = UnderWay(14).With(Postgres(_ => 2, _ => 2)).Saying("pool-exhausted", 31).Look<PoolExhausted>().Single().Evidence;
        evidence.ShouldContain("never more than 2 connections");
        evidence.ShouldContain("31 lines");
    }

    [Fact]
    public void Connections_that_are_idle_between_two_statements_are_in_use_all_the_same()
    {
        var store = Postgres(_ => 2, _ => 0);
        UnderWay(14).With(store).Look<PoolExhausted>().ShouldBeEmpty("an older record does not tell");
        var told = store with { Metrics = [.. store.Metrics, Given.Gauge("PostgreSQL connections", "used within 25 ms", Given.Each(_ => 2), 100)] };
        UnderWay(14).With(told).Look<PoolExhausted>().Single().Evidence.ShouldContain("all in use in 100 %");
        var rested = store with { Metrics = [.. store.Metrics, Given.Gauge("PostgreSQL connections", "used within 25 ms", Given.Each(_ => 1), 100)] };
        UnderWay(14).With(rested).Look<PoolExhausted>().ShouldBeEmpty();
    }

    // 320 requests a second, each as long as it takes.
    static RunRecord UnderWay(double requests)
    {
        var times = new HdrHistogram();
        times.Record((long)(requests / 320 * 1e6), 6_400);
        return Given.Run with { Overall = Given.Run.Overall! with { ServiceTime = times } };
    }

    static ResourceRecord Postgres(Func<int, double?> all, Func<int, double?> active, Func<int, double?>? open = null) => Given.Service("postgres") with
    {
        Metrics =
        [
            Given.Gauge("PostgreSQL connections", "all", Given.Each(all), 100),
            Given.Gauge("PostgreSQL connections", "active", Given.Each(active), 100),
            Given.Gauge("PostgreSQL connections", "idle in transaction", Given.Each(open ?? (_ => 0)), 100),
        ],
    };
}

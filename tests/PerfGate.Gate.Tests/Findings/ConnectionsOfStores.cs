using PerfGate.Gate.Findings;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Tests.Findings;

public sealed class ConnectionsOfStores
{
    [Fact]
    public void Connections_near_their_limit_are_found_with_number_and_time()
    {
        var finding = Given.Run.With(Postgres(Given.Each(second => second is >= 12 and <= 15 ? 97 : 20), limit: 100)).Look<ConnectionsAtLimit>().Single();
        finding.Evidence.ShouldBe("'postgres' had up to 97 connections of the 100 that it allows, 97 %, between second 12 and 15.");
        finding.Span().ShouldBe((12, 15));
    }

    [Theory]
    [InlineData(90, true)]
    [InlineData(89, false)]
    public void Nine_tenths_of_the_limit_are_near_it(double most, bool found) =>
        Given.Run.With(Postgres(Given.Always(most), limit: 100)).Finds<ConnectionsAtLimit>().ShouldBe(found);

    [Fact]
    public void Clients_of_a_cache_count_as_well()
    {
        var redis = Given.Service("redis") with { Metrics = [Given.Gauge("Redis clients", "connected", Given.Always(50), limit: 50)] };
        Given.Run.With(redis).Look<ConnectionsAtLimit>().Single().Evidence.ShouldStartWith("'redis' had up to 50 connections of the 50");
    }

    [Fact]
    public void Without_a_limit_or_a_reading_nothing_is_found()
    {
        Given.Run.With(Postgres(Given.Always(97), limit: null)).Look<ConnectionsAtLimit>().ShouldBeEmpty();
        Given.Run.With(Postgres(Given.Nothing, limit: 100)).Look<ConnectionsAtLimit>().ShouldBeEmpty();
        Given.Run.With(Given.Service("postgres")).Look<ConnectionsAtLimit>().ShouldBeEmpty();
    }

    [Fact]
    public void A_store_that_logs_refusals_is_found_without_a_probe()
    {
        var finding = Given.Run.Saying("too-many-connections", 12, service: "postgres", line: "FATAL: sorry, too many clients already").Look<ConnectionsAtLimit>().Single();
        finding.Evidence.ShouldBe("The log of 'postgres' says so in 12 lines, between second 7 and 9: \"FATAL: sorry, too many clients already\".");
    }

    [Fact]
    public void Probe_and_log_make_one_finding()
    {
        var finding = Given.Run.With(Postgres(Given.Always(100), limit: 100)).Saying("too-many-connections", 12).Look<ConnectionsAtLimit>().Single();
        finding.Evidence.ShouldContain("100 %");
        finding.Evidence.ShouldContain("12 lines");
    }

    static ResourceRecord Postgres(IReadOnlyList<double?> all, double? limit) =>
        Given.Service("postgres") with { IsStore = true, Metrics = [Given.Gauge("PostgreSQL connections", "all", all, limit)] };
}

using PerfGate.Gate.Findings;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Tests.Findings;

public sealed class ProcessorsInUse
{
    [Fact]
    public void A_service_at_its_limit_is_found_with_its_share_and_time()
    {
        var finding = Given.Run.With(Service(second => second >= 11 ? 0.49 : 0.2, limit: 0.5)).Look<CpuSaturated>().Single();
        finding.Title.ShouldBe("A service is at its processor limit");
        finding.Evidence.ShouldBe("'api' used at least 90 % of its limit of 0.5 processors in 75 % of the samples, between second 11 and 25.");
        finding.Span().ShouldBe((11, 25));
    }

    [Theory]
    [InlineData(16, 0.46, true)]
    [InlineData(17, 0.46, false)]
    [InlineData(0, 0.44, false)]
    public void Half_of_the_samples_at_nine_tenths_are_saturation(int from, double share, bool found) =>
        Given.Run.With(Service(second => second >= from ? share : 0.1, limit: 0.5)).Finds<CpuSaturated>().ShouldBe(found);

    [Fact]
    public void Services_without_a_limit_share_the_machine_with_the_generator()
    {
        // The generator takes 0.42 of two processors.
        var finding = Given.Run.With(Service(_ => 1.3), Service(_ => 0.25) with { Service = "worker" }).Look<CpuSaturated>().Single();
        finding.Title.ShouldBe("The machine's processors are all busy");
        finding.Evidence.ShouldBe(
            "At least 95 % of 2 processors were in use in 100 % of the samples, between second 6 and 25. On average: 'api' 1.3, the load generator 0.42, 'worker' 0.25.");
    }

    [Theory]
    [InlineData(1.49, true)]
    [InlineData(1.46, false)]
    public void The_machine_is_busy_from_95_percent_on(double share, bool found) => Given.Run.With(Service(_ => share)).Finds<CpuSaturated>().ShouldBe(found);

    [Theory]
    [InlineData(null, true)]
    [InlineData(2.0, true)]
    [InlineData(0.5, false)]
    public void A_cache_has_one_thread_however_many_processors(double? limit, bool alone)
    {
        var redis = Service(_ => 0.95, limit) with { Metrics = [Given.Gauge("Redis memory", "used", Given.Always(1))] };
        var finding = Given.Run.With(redis with { Service = "redis" }).Look<CpuSaturated>().Single();
        finding.Title.ShouldBe(alone ? "A cache is busy all the time" : "A service is at its processor limit");
        finding.Evidence.ShouldStartWith($"'redis' used at least 90 % of {(alone ? "the one processor that its thread can use" : "its limit of 0.5 processors")} in 100 %");
    }

    [Fact]
    public void A_cache_with_time_left_is_not_busy() =>
        Given.Run.With(Service(_ => 0.85) with { Metrics = [Given.Gauge("Redis memory", "used", Given.Always(1))] }).Look<CpuSaturated>().ShouldBeEmpty();

    [Fact]
    public void A_container_that_holds_the_gate_itself_is_the_machine()
    {
        var run = Given.Run;
        run = run with { Machine = new Dictionary<string, string>(run.Machine, StringComparer.Ordinal) { ["container CPU limit"] = "1.5 processors" } };
        // The generator's share is of both processors all the same.
        (run with { Generator = run.Generator with { CpuShare = 0.2 } }).With(Service(_ => 1.1)).Look<CpuSaturated>().Single().Evidence.ShouldContain("1.5 processors");
    }

    [Fact]
    public void What_is_missing_of_one_service_leaves_what_is_known_of_the_others() =>
        Given.Run.With(Service(_ => 1.6), Service(_ => null) with { Service = "worker", Second = [], CpuShare = [] }).Look<CpuSaturated>().Single().Evidence
            .ShouldEndWith("On average: 'api' 1.6, the load generator 0.42.");

    [Fact]
    public void Nothing_known_is_nothing_found()
    {
        Given.Run.With(Service(_ => null, limit: 1)).Look<CpuSaturated>().ShouldBeEmpty();
        Given.Run.With(Service(second => second is >= 10 and < 14 ? 2 : null, limit: 2)).Look<CpuSaturated>().ShouldBeEmpty("4 samples");
        (Given.Run with { Machine = new Dictionary<string, string>(StringComparer.Ordinal) }).With(Service(_ => 2)).Look<CpuSaturated>().ShouldBeEmpty();
        (Given.Run with { Stages = [] }).With(Service(_ => 2, limit: 2)).Look<CpuSaturated>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1.0, true)]
    [InlineData(0.99, false)]
    [InlineData(null, false)]
    public void A_twentieth_of_the_time_held_up_is_throttling(double? seconds, bool found) =>
        Given.Run.With(Given.Service() with { ThrottledSeconds = seconds }).Finds<CpuThrottled>().ShouldBe(found);

    [Fact]
    public void Throttling_names_the_limit() =>
        Given.Run.With(Given.Service() with { ThrottledSeconds = 12.5, CpuLimit = 0.5 }).Look<CpuThrottled>().Single().Evidence
            .ShouldBe("Threads of 'api' were held up for 12.5 s by its limit of 0.5 processors, all threads together, in 20 s that were measured, between second 5 and 25.");

    static ResourceRecord Service(Func<int, double?> share, double? limit = null) => Given.Service() with { CpuShare = Given.Each(share), CpuLimit = limit };
}

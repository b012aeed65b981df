using PerfGate.Environments.Probes;
using PerfGate.Gate.Findings;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Tests.Findings;

public sealed class ServicesThatStartAgain
{
    [Fact]
    public void A_restart_is_found_with_its_time()
    {
        var finding = Given.Run.With(Service(restarts: 2) with { Metrics = [Events("Restarts", 8, 14)] }).Look<ServiceRestarted>().Single();
        (finding.Title, finding.Evidence).ShouldBe(("A service was started again under load", "'api' was started again 2 times, between second 8 and 14."));
        finding.Span().ShouldBe((8, 14));
    }

    [Fact]
    public void A_process_killed_for_memory_is_found_with_the_limit()
    {
        var service = Service(restarts: 0, kills: 1) with { MemoryLimitBytes = 64 << 20, Metrics = [Events("OOM kills", 9)] };
        var finding = Given.Run.With(service).Look<ServiceRestarted>().Single();
        finding.Title.ShouldBe("A service lost a process for memory");
        finding.Evidence.ShouldBe("'api' lost a process to the kernel for memory (OOM kill), at second 9. Its memory limit is 64 MiB.");
    }

    [Fact]
    public void Both_at_once_are_one_finding() =>
        Given.Run.With(Service(restarts: 1, kills: 3)).Look<ServiceRestarted>().Single().Evidence
            .ShouldBe("'api' was started again once and lost 3 processes to the kernel for memory (OOM kill).");

    [Theory]
    [InlineData(0L, 0L)]
    [InlineData(null, null)]
    public void A_service_that_stayed_up_or_does_not_tell_is_none(long? restarts, long? kills) =>
        Given.Run.With(Service(restarts, kills)).Look<ServiceRestarted>().ShouldBeEmpty();

    [Fact]
    public void A_death_that_ended_the_run_is_not_told_twice()
    {
        var run = Given.Run.With(Service(restarts: 0, kills: 1), Service(restarts: 1) with { Service = "worker" });
        run = run with { End = RunEnd.SystemDied, SystemDeath = "'api' ran out of memory and was killed by the kernel (OOM kill)." };
        run.Look<ServiceRestarted>().Single().Evidence.ShouldStartWith("'worker'");
    }

    static ResourceRecord Service(long? restarts = null, long? kills = null) => Given.Service() with { Restarts = restarts, OomKills = kills };

    static MetricRecord Events(string chart, params int[] seconds) =>
        new(chart, chart, MetricUnit.Count, MetricKind.Event, null, seconds.Length, Given.Each(second => seconds.Contains(second) ? 1 : 0));
}

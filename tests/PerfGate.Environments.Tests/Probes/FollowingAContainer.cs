using Docker.DotNet.Models;
using PerfGate.Environments.Probes.Containers;

namespace PerfGate.Environments.Tests.Probes;

public sealed class FollowingAContainer
{
    static readonly ContainerFacts First = new(100, "running", "10:00", 0, OomKilled: false, null, null);

    readonly ContainerHistory history = new();

    [Fact]
    public void A_quiet_life_counts_nothing()
    {
        history.Saw(First);
        history.Counted(0);
        history.Saw(First);

        (history.Restarts, history.OomKills).ShouldBe((0, 0));
    }

    [Fact]
    public void Restarts_that_nobody_saw_are_in_the_engines_count()
    {
        history.Saw(First with { RestartCount = 2 });
        history.Saw(First with { StartedAt = "10:09", RestartCount = 5 });

        history.Restarts.ShouldBe(3);
    }

    [Fact]
    public void A_restart_by_hand_is_one_although_the_engine_does_not_count_it()
    {
        history.Saw(First);
        history.Saw(First with { StartedAt = "10:09" });

        history.Restarts.ShouldBe(1);
    }

    [Fact]
    public void A_kill_that_ended_a_life_is_counted_once_whoever_saw_it()
    {
        history.Saw(First);
        history.Counted(1);
        history.Saw(First with { Pid = 0, Status = "restarting", OomKilled = true });
        history.Saw(First with { StartedAt = "10:01", RestartCount = 1, OomKilled = true });
        history.Counted(0);

        (history.Restarts, history.OomKills).ShouldBe((1, 1));
    }

    [Fact]
    public void Kills_within_a_life_are_those_that_the_kernel_counts_and_add_up_over_lives()
    {
        history.Saw(First);
        history.Counted(2);
        history.Counted(null);
        history.Saw(First with { StartedAt = "10:01" });
        history.Counted(1);

        history.OomKills.ShouldBe(3);
    }

    [Fact]
    public void Limits_are_what_the_engine_was_asked_for_in_whichever_way()
    {
        Limits(new HostConfig()).ShouldBe((null, null));
        Limits(new HostConfig { NanoCPUs = 1_500_000_000, Memory = 1 << 20 }).ShouldBe((1.5, 1 << 20));
        Limits(new HostConfig { CPUQuota = 50_000 }).ShouldBe((0.5, null));
        Limits(new HostConfig { CPUQuota = 50_000, CPUPeriod = 25_000 }).ShouldBe((2, null));
        Limits(new HostConfig { CpusetCpus = "0-2,5" }).ShouldBe((4, null));
    }

    static (double?, double?) Limits(HostConfig limits)
    {
        var facts = ContainerFacts.Of(new ContainerInspectResponse { State = new ContainerState(), HostConfig = limits });
        return (facts.CpuLimit, facts.MemoryLimit);
    }
}

using PerfGate.Gate.Criteria;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Tests.Criteria;

public sealed class LookingForLeaks
{
    [Fact]
    public void Memory_that_climbs_fails_with_how_much_in_a_day()
    {
        var noise = Loads.Noise(1);
        var result = Judge(Loads.Even(290).WithMemory("api", s => 200 + s / 3 + 2 * noise(s)));
        result.Outcome.ShouldBe(Outcome.Failed);
        result.Title.ShouldBe("No memory leak: less than 20 % growth in 30 minutes");
        result.Evidence.ShouldMatch(@"^'api' grows by 1\.\d+ GiB an hour \(95 % interval 1\.\d+ GiB to 1\.\d+ GiB\), 2\d\.?\d* GiB a day if it goes on, between second 78 and 295\.$");
        result.Value!.Value.ShouldBe(600 / 263.0, 0.3);
        result.Limit.ShouldBe(0.2);
    }

    [Fact]
    public void Memory_that_stands_still_passes()
    {
        var noise = Loads.Noise(2);
        var result = Judge(Loads.Even(290).WithMemory("api", s => 200 + 0.1 * noise(s)));
        result.Outcome.ShouldBe(Outcome.Passed);
        result.Evidence.ShouldContain("'api' ");
        result.Value!.Value.ShouldBe(0, 0.02);
    }

    [Fact]
    public void Growth_within_the_limit_passes_and_a_small_service_may_grow_by_32_MiB()
    {
        Judge(Loads.Even(290).WithMemory("api", s => 1_000 + 0.1 * s)).Outcome.ShouldBe(Outcome.Passed, "180 MiB in 30 minutes, of 1,000");
        var small = Judge(Loads.Even(290).WithMemory("api", s => 40 + 0.015 * s));
        small.Outcome.ShouldBe(Outcome.Passed, "27 MiB in 30 minutes");
        small.Value!.Value.ShouldBeLessThan(small.Limit!.Value, "and is held against the limit that it has then");
    }

    [Fact]
    public void A_suite_may_ask_for_less_growth()
    {
        var run = Loads.Even(7_000).WithMemory("api", s => 1_000 + 0.1 * s);
        Judge(run).Outcome.ShouldBe(Outcome.Passed);
        Judge(run, 0.1).Outcome.ShouldBe(Outcome.Failed);
    }

    [Fact]
    public void A_heap_that_settles_is_no_leak()
    {
        var result = Judge(Loads.Even(290).WithMemory("api", s => 150 + 80 * (1 - Math.Exp(-s / 70))));
        result.Outcome.ShouldBe(Outcome.Undecided);
        result.Evidence.ShouldEndWith("it slows down and may settle. A longer run tells.");
        Judge(Loads.Even(3_000).WithMemory("api", s => 150 + 80 * (1 - Math.Exp(-s / 70)))).Outcome.ShouldBe(Outcome.Passed, "and it does");
    }

    [Fact]
    public void What_heaps_move_by_between_collections_is_no_leak_yet()
    {
        var result = Judge(Loads.Even(290).WithMemory("api", s => 200 + 0.03 * s));
        result.Outcome.ShouldBe(Outcome.Undecided);
        result.Evidence.ShouldEndWith("between second 78 and 295: a heap may move by that much between two collections. A longer run tells.");
        Judge(Loads.Even(3_000).WithMemory("api", s => 200 + 0.03 * s)).Outcome.ShouldBe(Outcome.Failed, "and it does");
    }

    [Theory]
    [InlineData(25)]
    [InlineData(60)]
    [InlineData(150)]
    [InlineData(250)]
    public void Collections_that_come_now_and_then_are_no_leak_wherever_the_run_begins(double period)
    {
        // 200 MiB and 20 MiB of garbage.
        foreach (var begin in Enumerable.Range(0, 10))
            Judge(Loads.Even(290).WithMemory("api", s => 200 + 20 * ((s / period + begin / 10.0) % 1))).Outcome.ShouldNotBe(Outcome.Failed);
    }

    [Fact]
    public void Noise_that_hides_a_leak_leaves_it_undecided()
    {
        var noise = Loads.Noise(4, memory: 0.99);
        var result = Judge(Loads.Even(290).WithMemory("api", s => 200 + 40 * noise(s)));
        result.Outcome.ShouldBe(Outcome.Undecided);
        result.Evidence.ShouldContain("too unclear to tell from the limit of ");
    }

    [Fact]
    public void More_users_take_more_memory_and_that_is_no_leak() =>
        Judge(Loads.Steps(200, (100, 10_000, 0), (200, 10_000, 0), (500, 10_000, 0)).WithMemory("api", s => s < 205 ? 100 : s < 410 ? 200 : 500))
            .Outcome.ShouldBe(Outcome.Passed);

    [Fact]
    public void A_short_run_says_how_long_it_would_take() =>
        Judge(Loads.Even(25).WithMemory("api", s => 200 + 10 * s)).ShouldSatisfyAllConditions(
            r => r.Outcome.ShouldBe(Outcome.Undecided),
            r => r.Value.ShouldBeNull(),
            r => r.Evidence.ShouldBe("25 s of even load were measured; at least 180 s are needed."));

    [Fact]
    public void Without_a_probe_it_is_undecided()
    {
        Judge(Loads.Even(290)).Evidence.ShouldBe("No probe read the memory of a service.");
        Judge(Loads.Even(290).WithMemory("api", _ => null)).Outcome.ShouldBe(Outcome.Undecided);
        var partly = Judge(Loads.Even(290).WithMemory("api", _ => 200).WithMemory("worker", _ => null));
        (partly.Outcome, partly.Evidence).ShouldBe((Outcome.Undecided, "No probe read the memory of 'worker'."));
        Judge(Loads.Even(290).WithMemory("api", s => s % 40 < 1 ? 200 : null)).Evidence.ShouldBe("The memory of 'api' could be read too seldom.");
    }

    [Fact]
    public void Without_an_even_load_it_is_undecided()
    {
        var run = Loads.Even(290);
        run = run with { Series = run.Series with { Users = [.. run.Series.Users.Select((_, s) => s)] } };
        run = run with { Stages = [new StageRecord("ramp", false, 0, 295, 1_000, [])] };
        Judge(run.WithMemory("api", s => 200 + s)).Evidence.ShouldBe("The number of users never stood still, and memory goes with it.");
    }

    [Fact]
    public void A_service_that_was_started_again_is_undecided_and_another_may_still_fail()
    {
        var run = Loads.Even(290).WithMemory("api", s => 200);
        run = run with { Resources = [run.Resources[0] with { Restarts = 1 }] };
        Judge(run).Evidence.ShouldBe("'api' was started again while load ran, and its memory with it.");
        var result = Judge(run.WithMemory("worker", s => 200 + s));
        result.Outcome.ShouldBe(Outcome.Failed);
        result.Evidence.ShouldStartWith("'worker' grows");
        result.Evidence.ShouldNotContain("'api'");
    }

    [Fact]
    public void A_store_may_fill_its_cache()
    {
        var run = Loads.Even(290).WithMemory("api", _ => 200).WithMemory("postgres", s => 200 + s);
        run = run with { Resources = [run.Resources[0], run.Resources[1] with { IsStore = true }] };
        Judge(run).Outcome.ShouldBe(Outcome.Passed);
    }

    static CriterionResult Judge(RunRecord run, double? growth = null) =>
        CriteriaJudge.Judge(run with { Criteria = [new CriterionRecord(CriterionKinds.NoMemoryLeak) { Limit = growth ?? 0.2 }] }).ShouldHaveSingleItem();
}

using PerfGate.Environments.Probes;
using PerfGate.Gate.Criteria;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Tests.Criteria;

public sealed class LookingAtConnections
{
    [Fact]
    public void Connections_that_hold_pass()
    {
        var result = Judge(Loads.Even(120).WithConnections(s => 21 + Math.Floor(s % 3)));
        (result.Title, result.Outcome, result.Value, result.Limit).ShouldBe(("Database connections stable and below their limit", Outcome.Passed, 23, 100));
        result.Evidence.ShouldBe("'postgres' had 23 of 100 connections at most, 22 in the first third of the even load and 22 in the last.");
    }

    [Fact]
    public void Connections_near_their_limit_fail_however_short_the_run()
    {
        var result = Judge(Loads.Even(25).WithConnections(s => s is > 12 and < 13 ? 97 : 20));
        (result.Outcome, result.Evidence).ShouldBe((Outcome.Failed, "'postgres' had 97 of 100 connections at most, reached in second 12."));
        Judge(Loads.Even(120).WithConnections(_ => 94)).Outcome.ShouldBe(Outcome.Passed);
        Judge(Loads.Even(120).WithConnections(_ => 95)).Outcome.ShouldBe(Outcome.Failed);
        Judge(Loads.Even(120).WithConnections(_ => 95, limit: null)).Outcome.ShouldBe(Outcome.Passed, "of no known limit");
    }

    [Fact]
    public void The_largest_number_counts_wherever_it_was_read() =>
        Judge(Loads.Even(25).WithConnections(_ => 20, figure: 99)).Evidence.ShouldBe("'postgres' had 99 of 100 connections at most, reached between two samples.");

    [Fact]
    public void Connections_that_climb_fail()
    {
        var result = Judge(Loads.Even(290).WithConnections(s => Math.Floor(20 + s / 10)));
        result.Outcome.ShouldBe(Outcome.Failed);
        result.Evidence.ShouldMatch(@"^'postgres' had 49 of 100 connections at most, and went on rising: 25, 35 and 44 in the thirds of the even load, 3[56]\d more an hour\.$");
    }

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    public void A_pool_that_opens_up_and_then_holds_passes(double until)
    {
        var result = Judge(Loads.Even(290).WithConnections(s => Math.Floor(10 + Math.Min(s, until) / 4)));
        result.Outcome.ShouldBe(Outcome.Passed);
    }

    [Fact]
    public void In_a_short_run_a_rise_is_no_leak_yet()
    {
        var result = Judge(Loads.Even(90).WithConnections(s => Math.Floor(10 + s / 4)));
        result.Outcome.ShouldBe(Outcome.Undecided);
        result.Evidence.ShouldContain("went on rising");
        result.Evidence.ShouldEndWith("but 90 s of even load were measured and at least 180 s are needed to tell more.");
    }

    [Fact]
    public void A_rise_in_jumps_is_undecided() =>
        Judge(Loads.Even(290).WithConnections(s => s < 220 ? 20 : 40)).Evidence.ShouldEndWith("too unsteadily to tell.");

    [Fact]
    public void A_run_that_is_too_short_is_undecided()
    {
        var result = Judge(Loads.Even(25).WithConnections(_ => 20));
        (result.Outcome, result.Value).ShouldBe((Outcome.Undecided, 20));
        result.Evidence.ShouldBe("'postgres' had 20 of 100 connections at most, but 25 s of even load were measured and at least 60 s are needed to tell more.");
    }

    [Fact]
    public void Without_a_probe_it_is_undecided()
    {
        Judge(Loads.Even(120)).ShouldSatisfyAllConditions(
            r => r.Outcome.ShouldBe(Outcome.Undecided),
            r => r.Value.ShouldBeNull(),
            r => r.Evidence.ShouldBe("No probe read the connections of a database."));
        Judge(Loads.Even(120).WithConnections(_ => null)).Evidence.ShouldBe("No probe read the connections of a database.");
        Judge(Loads.Even(120).WithConnections(s => s < 8 ? 20 : null)).Evidence.ShouldEndWith("and could be read too seldom to tell more.");
    }

    [Fact]
    public void Without_an_even_load_it_is_undecided() =>
        Judge(Loads.Even(120).WithConnections(_ => 20) with { Stages = [] }).Evidence.ShouldEndWith("while the number of users never stood still.");

    [Fact]
    public async Task The_name_is_the_one_that_the_probe_gives()
    {
        await using var probe = new PostgresProbe("postgres", "Host=127.0.0.1");
        probe.Metrics.ShouldContain(m => m.Name == "all" && m.Chart.EndsWith("connections", StringComparison.Ordinal) && m.Kind == MetricKind.Gauge && m.Unit == MetricUnit.Count);
    }

    static CriterionResult Judge(RunRecord run) =>
        CriteriaJudge.Judge(run with { Criteria = [new CriterionRecord(CriterionKinds.StableConnections)] }).ShouldHaveSingleItem();
}

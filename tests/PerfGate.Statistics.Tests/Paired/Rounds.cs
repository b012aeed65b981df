using PerfGate.Statistics.Paired;

namespace PerfGate.Statistics.Tests.Paired;

public sealed class Rounds
{
    [Fact]
    public void A_round_is_the_logarithm_of_candidate_over_baseline()
    {
        var rounds = PairedLogRatios.Of([Round(0, ("p50", 100), ("p50", 110)), Round(1, ("p50", 100), ("p50", 100))]);
        rounds.Of("p50").ShouldBe([Math.Log(1.1), 0], 1e-12);
        rounds.Clusters.ShouldBe([0, 1]);
        LogRatio.ToChange(rounds[0, 0]!.Value).ShouldBe(0.1, 1e-12);
    }

    [Fact]
    public void What_a_side_lacks_is_absent_and_not_zero()
    {
        var rounds = PairedLogRatios.Of([
            new PairedRound(0, Side(("cpu", 3), ("p50", 100)), Side(("p50", 110), ("new", 5))),
            new PairedRound(0, Side(("p50", 100)), Side(("p50", 110), ("cpu", 4))),
        ]);
        rounds.Metrics.ShouldBe(["cpu", "new", "p50"]);
        rounds.Of("p50").Count.ShouldBe(2);
        rounds.Of("cpu").ShouldBeEmpty();
        rounds[0, 0].ShouldBeNull();
        rounds.Of("new").ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => rounds.Of("p95"));
        Should.Throw<ArgumentException>(() => rounds.Only(["p95"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_value_that_has_no_logarithm_is_refused_by_name(double value)
    {
        Should.Throw<ArgumentException>(() => PairedLogRatios.Of([Round(0, ("p50", 100), ("p50", value))])).Message.ShouldContain("'p50'");
        Should.Throw<ArgumentException>(() => PairedLogRatios.Of([Round(0, ("p50", value), ("p50", 100))])).Message.ShouldContain("baseline");
        Should.Throw<ArgumentOutOfRangeException>(() => LogRatio.Of(value, null));
    }

    [Fact]
    public void Scaling_both_sides_changes_nothing_and_swapping_turns_the_sign()
    {
        var plain = PairedLogRatios.Of([Round(0, ("p50", 100), ("p50", 110))]);
        PairedLogRatios.Of([Round(0, ("p50", 700), ("p50", 770))]).Of("p50").ShouldBe(plain.Of("p50"), 1e-12);
        PairedLogRatios.Of([Round(0, ("p50", 110), ("p50", 100))]).Of("p50").ShouldBe(plain.Swapped().Of("p50"), 1e-12);
    }

    [Fact]
    public void A_change_and_its_logarithm_are_the_same_thing()
    {
        LogRatio.ToChange(LogRatio.OfChange(0.05)).ShouldBe(0.05, 1e-15);
        LogRatio.ToChange(new Interval(0, Math.Log(1.1), Math.Log(1.2))).Upper.ShouldBe(0.2, 1e-12);
        LogRatio.Of(1e-300, 1e300).ShouldNotBeNull().ShouldBe(600 * Math.Log(10), 1e-9);
        LogRatio.Of(null, 5).ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => LogRatio.OfChange(-1));
    }

    static PairedRound Round(int cluster, (string, double) baseline, (string, double) candidate) => new(cluster, Side(baseline), Side(candidate));

    static Dictionary<string, double> Side(params (string Metric, double Value)[] values) => values.ToDictionary(value => value.Metric, value => value.Value);
}

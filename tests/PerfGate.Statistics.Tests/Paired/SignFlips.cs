using FsCheck;
using FsCheck.Fluent;
using PerfGate.Statistics.Paired;

namespace PerfGate.Statistics.Tests.Paired;

public sealed class SignFlips
{
    public static TheoryData<string> Names => ForeignFlips.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_joint_test_is_the_one_written_out_in_full(string name)
    {
        var theirs = ForeignFlips.Named(name);
        var ours = SignFlipMaxT.Of(theirs.Rounds, new Random(1), theirs.ByCluster);
        ours.Exact.ShouldBeTrue();
        for (var metric = 0; metric < theirs.Adjusted.Length; metric++)
        {
            ours.Metrics[metric].P.ShouldBe(theirs.Adjusted[metric]);
            if (theirs.Statistics[metric] is { } statistic) ours.Metrics[metric].Statistic!.Value.ShouldBe(statistic, 1e-9);
            else ours.Metrics[metric].Statistic.ShouldBeNull();
        }
    }

    [Fact]
    public void Ten_rounds_all_slower_are_one_flip_in_a_thousand()
    {
        var test = Test(Enumerable.Range(1, 10).Select(round => (double?)(0.05 + round / 1_000.0)));
        test.P.ShouldBe(1 / 1_024.0);
        test.Rounds.ShouldBe(10);
    }

    [Fact]
    public void All_faster_is_as_sure_as_can_be_of_not_slower() =>
        Test(Enumerable.Range(1, 10).Select(round => (double?)-round)).P.ShouldBe(1);

    [Fact]
    public void A_metric_that_no_round_has_was_not_tested()
    {
        var nothing = Test([null, null, null]);
        (nothing.P, nothing.Statistic, nothing.Rounds).ShouldBe((null, null, 0));
        SignFlipMaxT.Of(PairedLogRatios.Of([]), new Random(1)).Metrics.ShouldBeEmpty();
    }

    [Fact]
    public void Rounds_without_the_metric_do_not_make_it_surer()
    {
        Test([0.1, 0.2, null, 0.3, null]).P.ShouldBe(1 / 8.0);
        Test([0.1, 0.2, 0, 0.3, 0]).P.ShouldBe(1 / 8.0);
        Test([0, 0, 0]).P.ShouldBe(1);
    }

    [Fact]
    public void Blocks_that_flip_whole_are_counted_as_blocks()
    {
        var rounds = Rounds(4, [[0.1], [0.2], [0.1], [0.2], [0.3], [0.1], [0.1], [0.1]]);
        var test = SignFlipMaxT.Of(rounds, new Random(1), byCluster: true);
        (test.Flips, test.SmallestP, test.Metrics[0].P).ShouldBe((4, 0.25, 0.25));
        SignFlipMaxT.Of(rounds, new Random(1)).Flips.ShouldBe(256);
    }

    [Fact]
    public void Many_rounds_are_sampled_and_never_certain()
    {
        var rounds = Rounds(1, [.. Enumerable.Range(0, 30).Select(_ => new double?[] { 0.1 })]);
        var test = SignFlipMaxT.Of(rounds, new Random(1), draws: 999);
        (test.Exact, test.Flips, test.Metrics[0].P).ShouldBe((false, 1_000, 0.001));
    }

    [Fact]
    public void Sampled_chances_are_near_the_true_ones()
    {
        // Of one size only the signs are left: 14 of 20 heads or more.
        var rounds = Rounds(1, [.. Enumerable.Range(0, 20).Select(round => new double?[] { round < 14 ? 0.1 : -0.1 })]);
        SignFlipMaxT.Of(rounds, new Random(59), draws: 20_000).Metrics[0].P!.Value.ShouldBe(60_460 / (double)(1 << 20), 0.007);
    }

    [Fact]
    public void Order_of_rounds_and_scale_of_a_metric_are_irrelevant() => Prop.ForAll(Sessions, session =>
    {
        var plain = Ps(session);
        Ps([.. session.Reverse()]).ShouldBe(plain);
        Ps([.. session.Select(round => round.Select((ratio, metric) => ratio * (metric + 2)).ToArray())]).ShouldBe(plain);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_metrics_is_irrelevant() => Prop.ForAll(Sessions, session =>
        Ps([.. session.Select(round => round.Reverse().ToArray())]).Reverse().ShouldBe(Ps(session))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_metric_more_never_makes_the_others_surer() => Prop.ForAll(Sessions, session =>
    {
        var (all, fewer) = (Ps(session), Ps([.. session.Select(round => round[..^1])]));
        for (var metric = 0; metric < fewer.Length; metric++) all[metric]!.Value.ShouldBeGreaterThanOrEqualTo(fewer[metric]!.Value);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Copies_of_a_metric_cost_nothing() => Prop.ForAll(Noise.Values, values =>
    {
        var alone = Ps([.. values.Select(value => new[] { value })])[0];
        Ps([.. values.Select(value => new[] { value, value, value })]).ShouldAllBe(p => p == alone);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.5, 0)]
    [InlineData(0.9, 0)]
    [InlineData(0.5, 0.1)]
    public void Any_false_flag_comes_as_often_as_alpha_says(double correlation, double spikes) =>
        Noise.Share(1_000, 61, random =>
            SignFlipMaxT.Of(new SimulatedSystem(random) { Correlation = correlation, Spikes = spikes }.Session(9), random).Metrics.Any(metric => metric.P <= 0.05))
            .ShouldBeInRange(0.03, 0.07);

    [Fact]
    public void One_slow_metric_flags_no_other_more_often_than_alpha_says() =>
        Noise.Share(600, 67, random =>
            SignFlipMaxT.Of(new SimulatedSystem(random) { Changes = [0.2] }.Session(9), random).Metrics.Skip(1).Any(metric => metric.P <= 0.05))
            .ShouldBeInRange(0.02, 0.075);

    [Fact]
    public void A_slot_in_ten_that_is_wild_does_not_hide_a_change() =>
        Noise.Share(200, 71, random =>
            SignFlipMaxT.Of(new SimulatedSystem(random) { Changes = [0.1], Spikes = 0.1 }.Session(12), random).Metrics[0].P <= 0.05)
            .ShouldBeGreaterThan(0.9);

    static Arbitrary<double[][]> Sessions { get; } = Arb.From(Gen.Choose(3, 8).SelectMany(count =>
        Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(-64, 64).Select(value => value / 64.0), 3), count)));

    static double?[] Ps(double[][] session) =>
        [.. SignFlipMaxT.Of(Rounds(1, [.. session.Select(round => Array.ConvertAll(round, ratio => (double?)ratio))]), new Random(1)).Metrics.Select(metric => metric.P)];

    static AdjustedP Test(IEnumerable<double?> ratios) => SignFlipMaxT.Of(Rounds(1, [.. ratios.Select(ratio => new[] { ratio })]), new Random(1)).Metrics[0];

    static PairedLogRatios Rounds(int block, IReadOnlyList<double?[]> ratios) =>
        new ForeignFlips("", [.. Enumerable.Range(0, ratios.Count).Select(round => round / block)], false, [.. ratios], [], []).Rounds;
}

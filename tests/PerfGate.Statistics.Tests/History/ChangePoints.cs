using PerfGate.Statistics.History;

namespace PerfGate.Statistics.Tests.History;

public sealed class ChangePoints
{
    static EDivisive Quick { get; } = new() { Level = 0.01, Permutations = 199 };

    /// <summary>Splits found by NumPy from the definition, every pair of stretches anew; "a step" also by eqdist.e of R's energy 1.7.</summary>
    [Fact]
    public void The_clearest_split_is_that_of_the_definition()
    {
        foreach (var theirs in Foreign.Cases<ForeignSplit>("energy-splits-numpy.json"))
        {
            var ours = EnergySplit.Best(theirs.Values, theirs.Shortest);
            ours.At.ShouldBe(theirs.At, theirs.Name);
            ours.Gain.ShouldBe(theirs.Gain, 1e-10, theirs.Name);
        }
    }

    [Fact]
    public void A_step_is_found_where_it_is()
    {
        var random = new Random(31);
        double[] series = [.. Noise.Normals(random, 30, 100, 2), .. Noise.Normals(random, 30, 110, 2)];
        var change = new EDivisive().Of(series, random).ShouldHaveSingleItem();
        change.Index.ShouldBeInRange(29, 31);
        change.Before.ShouldBe(100, 1.5);
        change.After.ShouldBe(110, 1.5);
        change.P.ShouldBe(1 / 2_000.0, 1e-12);
    }

    [Fact]
    public void Steps_up_and_down_are_both_found_in_order()
    {
        var random = new Random(37);
        double[] series = [.. Noise.Normals(random, 25, 100, 2), .. Noise.Normals(random, 25, 112, 2), .. Noise.Normals(random, 25, 100, 2)];
        var changes = new EDivisive().Of(series, random);
        changes.Count.ShouldBe(2);
        changes[0].Index.ShouldBeInRange(23, 27);
        changes[1].Index.ShouldBeInRange(48, 52);
        changes[0].After.ShouldBe(changes[1].Before);
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer()
    {
        var series = Noise.Normals(new Random(41), 60);
        Quick.Of(series, new Random(1)).ShouldBe(Quick.Of(series, new Random(1)));
    }

    [Fact]
    public void Moving_and_scaling_a_series_changes_no_place()
    {
        var random = new Random(43);
        double[] series = [.. Noise.Normals(random, 20), .. Noise.Normals(random, 20, 4)];
        var plain = Quick.Of(series, new Random(2)).Select(change => change.Index).ToList();
        plain.ShouldNotBeEmpty();
        Quick.Of([.. series.Select(value => 1_000 + 32 * value)], new Random(2)).Select(change => change.Index).ShouldBe(plain);
    }

    [Fact]
    public void What_is_too_short_or_never_moves_has_none()
    {
        Quick.Of([], new Random(3)).ShouldBeEmpty();
        Quick.Of([1, 2, 3, 4, 11, 12, 13, 14, 15], new Random(3)).ShouldBeEmpty("nine values are not two stretches of five");
        Quick.Of([.. Enumerable.Repeat(7.0, 40)], new Random(3)).ShouldBeEmpty();
    }

    [Fact]
    public void A_level_out_of_reach_is_said()
    {
        Should.Throw<InvalidOperationException>(() => new EDivisive { Level = 0.001, Permutations = 500 }.Of([1, 2, 3], new Random(3)))
            .Message.ShouldContain("it takes 999");
        new EDivisive { Level = 0.001, Permutations = 999 }.Of([1, 2, 3], new Random(3)).ShouldBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => new EDivisive { Shortest = 1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new EDivisive { Level = 0 });
        Should.Throw<ArgumentException>(() => Quick.Of([1, double.NaN], new Random(3)));
    }

    [Fact]
    public void Noise_has_change_points_no_more_often_than_the_level_says() =>
        Noise.Share(300, 47, random => new EDivisive { Level = 0.05, Permutations = 99 }.Of(Noise.Normals(random, 30), random).Count > 0)
            .ShouldBeInRange(0.01, 0.09);

    [Fact]
    public void A_step_of_two_deviations_in_forty_is_seldom_missed() =>
        Noise.Share(40, 53, random => Quick.Of([.. Noise.Normals(random, 20), .. Noise.Normals(random, 20, 2)], random).Any(change => Math.Abs(change.Index - 20) <= 3))
            .ShouldBeGreaterThan(0.75);

    sealed record ForeignSplit(string Name, double[] Values, int Shortest, int At, double Gain);
}

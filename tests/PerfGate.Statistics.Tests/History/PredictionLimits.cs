using PerfGate.Statistics.History;

namespace PerfGate.Statistics.Tests.History;

public sealed class PredictionLimits
{
    [Fact]
    public void Quantiles_of_t_are_those_of_R()
    {
        foreach (var theirs in Foreign.Cases<ForeignT>("student-r.json"))
            StudentQuantile.Upper(theirs.Freedom, theirs.Alpha).ShouldBe(theirs.T, 1e-8 * theirs.T);
    }

    [Fact]
    public void Limits_are_the_prediction_intervals_of_R()
    {
        foreach (var theirs in Foreign.Cases<ForeignLimit>("prediction-r.json"))
        {
            var both = PredictionLimit.TwoSided(theirs.Values, 0.05)!;
            both.Lower.ShouldBe(theirs.Lower, 1e-9);
            both.Upper.ShouldBe(theirs.Upper, 1e-9);
            PredictionLimit.OneSided(theirs.Values, 0.05, metrics: 12)!.Upper.ShouldBe(theirs.UpperOfTwelve, 1e-9);
        }
    }

    [Fact]
    public void One_session_tells_nothing_of_the_next()
    {
        PredictionLimit.OneSided([], 0.05).ShouldBeNull();
        PredictionLimit.OneSided([7], 0.05).ShouldBeNull();
        PredictionLimit.OneSided([7, 8], 0.05)!.Upper.ShouldBe(7.5 + 6.3138 * Math.Sqrt(0.5) * Math.Sqrt(1.5), 1e-3);
    }

    [Fact]
    public void Sessions_without_spread_judge_nothing_but_themselves()
    {
        var copies = PredictionLimit.TwoSided([0.1, 0.1, 0.1], 0.05)!;
        copies.HasSpread.ShouldBeFalse();
        (copies.Lower, copies.Upper).ShouldBe((0.1, 0.1));
        copies.IsAbove(0.2).ShouldBeNull();
        copies.IsBelow(0.2).ShouldBeNull();
        copies.IsAbove(0.1).ShouldBe(false);
        copies.IsBelow(0.1).ShouldBe(false);
    }

    [Fact]
    public void What_lies_beyond_is_above_or_below()
    {
        var limit = PredictionLimit.OneSided([7, 8, 9], 0.05)!;
        limit.IsAbove(limit.Upper).ShouldBe(false);
        limit.IsAbove(limit.Upper + 0.01).ShouldBe(true);
        limit.IsBelow(limit.Lower - 0.01).ShouldBe(true);
    }

    [Fact]
    public void More_metrics_and_fewer_sessions_widen_it()
    {
        double[] sessions = [1, 2, 3, 4, 5, 6];
        PredictionLimit.OneSided(sessions, 0.05, metrics: 2)!.Reach.ShouldBe(PredictionLimit.TwoSided(sessions, 0.05)!.Reach);
        PredictionLimit.OneSided(sessions, 0.05, metrics: 30)!.Reach.ShouldBeGreaterThan(PredictionLimit.OneSided(sessions, 0.05)!.Reach);
    }

    [Fact]
    public void What_is_no_session_or_no_rate_is_refused()
    {
        Should.Throw<ArgumentException>(() => PredictionLimit.OneSided([1, double.NaN], 0.05));
        Should.Throw<ArgumentOutOfRangeException>(() => PredictionLimit.OneSided([1, 2], 0));
        Should.Throw<ArgumentOutOfRangeException>(() => PredictionLimit.OneSided([1, 2], 0.5));
        Should.Throw<ArgumentOutOfRangeException>(() => PredictionLimit.TwoSided([1, 2], 0.05, metrics: 0));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(20)]
    public void The_next_session_passes_it_as_often_as_alpha_says(int sessions) =>
        Noise.Share(4_000, 29, random => PredictionLimit.OneSided(Noise.Normals(random, sessions), 0.05)!.IsAbove(Noise.Normal(random))!.Value)
            .ShouldBe(0.05, 0.012);

    sealed record ForeignT(int Freedom, double Alpha, double T);

    sealed record ForeignLimit(double[] Values, double Lower, double Upper, double UpperOfTwelve);
}

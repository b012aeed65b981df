using PerfGate.Reporting.Charts;

namespace PerfGate.Reporting.Tests.Charts;

public sealed class DrawingLines
{
    static readonly Scale X = new(0, 10, 0, 100);
    static readonly Scale Y = new(0, 10, 100, 0);

    [Fact]
    public void A_gap_breaks_the_line_and_is_never_drawn_as_zero() =>
        SvgPath.Line([new(0, 1), new(1, 2), new(2, null), new(3, 4), new(4, 5)], X, Y).ShouldBe("M0 90L10 80M30 60L40 50");

    [Fact]
    public void A_lone_value_between_gaps_is_a_dot() =>
        SvgPath.Line([new(0, null), new(1, 2), new(2, null)], X, Y).ShouldBe("M10 80h0");

    [Fact]
    public void Areas_are_closed_for_each_stretch() =>
        SvgPath.Area([new(0, 1), new(1, 2), new(2, null), new(3, 4)], X, Y).ShouldBe("M0 90L10 80L10 100L0 100Z");

    [Fact]
    public void A_long_series_keeps_its_peaks_and_its_gaps()
    {
        var values = Enumerable.Range(0, 36_000).Select(i => i is >= 18_000 and < 18_600 ? null : (double?)(i % 100)).ToList();
        values[7_777] = 5_000;
        var points = Downsampling.MinMax([.. Enumerable.Range(0, 36_000).Select(i => (double)i)], values, 600);
        points.Count.ShouldBeLessThanOrEqualTo(600);
        points.ShouldContain(new ChartPoint(7_777, 5_000));
        points.ShouldContain(p => p.Y == null);
        points.Select(p => p.X).ShouldBeInOrder();
    }

    [Fact]
    public void A_short_series_is_drawn_as_it_is() =>
        Downsampling.MinMax([0, 1], [null, 3], 600).ShouldBe([new ChartPoint(0, null), new ChartPoint(1, 3)]);
}

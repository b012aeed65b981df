using PerfGate.Frosting.Progress;
using Spectre.Console;

namespace PerfGate.Frosting.Tests.Progress;

public sealed class Words
{
    [Theory]
    [InlineData(0, "00:00")]
    [InlineData(12.9, "00:12")]
    [InlineData(3599, "59:59")]
    [InlineData(3723, "1:02:03")]
    [InlineData(90_061, "1.01:01:01")]
    public void A_clock_grows_with_the_time(double seconds, string clock) => ProgressText.Clock(TimeSpan.FromSeconds(seconds)).ShouldBe(clock);

    [Theory]
    [InlineData(-3, "0 s")]
    [InlineData(0.2, "1 s")]
    [InlineData(99, "99 s")]
    [InlineData(100, "1 min 40 s")]
    [InlineData(7500, "2 h 5 min")]
    public void What_is_left_is_said_as_precisely_as_it_matters(double seconds, string left) =>
        ProgressText.Left(TimeSpan.FromSeconds(seconds)).ShouldBe(left);

    [Theory]
    [InlineData(null, "–")]
    [InlineData(0L, "0 µs")]
    [InlineData(999L, "999 µs")]
    [InlineData(1_000L, "1.0 ms")]
    [InlineData(9_949L, "9.9 ms")]
    [InlineData(9_950L, "10 ms")]
    [InlineData(999_499L, "999 ms")]
    [InlineData(999_500L, "1.00 s")]
    [InlineData(61_250_000L, "61.25 s")]
    public void A_response_time_keeps_two_or_three_digits(long? micros, string text) => ProgressText.ResponseTime(micros).ShouldBe(text);

    [Theory]
    [InlineData("balance", 7, "balance")]
    [InlineData("balance", 6, "balan…")]
    [InlineData("balance", 1, "…")]
    [InlineData("balance", 0, "")]
    [InlineData("余额查询", 8, "余额查询")]
    [InlineData("余额查询", 7, "余额查…")]
    [InlineData("余额查询", 6, "余额…")]
    public void A_text_is_cut_to_the_cells_it_takes(string text, int cells, string fitted)
    {
        ProgressText.Fit(text, cells).ShouldBe(fitted);
        fitted.GetCellWidth().ShouldBeLessThanOrEqualTo(cells);
    }

    [Theory]
    [InlineData("/api/v1/preis/größe", "/api/v1/preis/größe")]
    [InlineData("a\tb\0c\x7f", "a?b?c?")]
    [InlineData("[red]not markup[/]", "[red]not markup[/]")]
    public void A_name_is_left_as_it_is_except_for_what_a_terminal_acts_on(string name, string shown) => ProgressText.Name(name).ShouldBe(shown);

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_character() => ProgressText.Name("half \ud83d a pair").ShouldBe("half ? a pair");
}

using System.Globalization;
using PerfGate.Frosting.Progress;
using PerfGate.Load.Results;

namespace PerfGate.Frosting.Tests.Progress;

public sealed class Lines
{
    [Fact]
    public async Task A_line_says_where_the_run_is_and_how_it_goes() =>
        (await Shown(Reports.At(12, name: "warm-up to 100") with { WarmUp = true }))
            .ShouldBe(["[00:12] warm-up to 100 (1/3)  73 users  41.0 req/s  0 failures  p50 3.1 ms  p95 9.8 ms  26 s left"]);

    [Fact]
    public async Task In_an_open_stage_it_says_which_rate_is_wanted() =>
        (await Shown(Reports.At(12) with { WantedRate = 62.5 })).ShouldHaveSingleItem().ShouldContain("  41.0 req/s, 62.5 arrivals/s wanted  ");

    [Fact]
    public async Task There_is_one_every_five_seconds() =>
        (await Shown(Enumerable.Range(0, 14).Select(s => Reports.At(s)))).Select(Time).ShouldBe(["[00:00]", "[00:05]", "[00:10]"]);

    [Fact]
    public async Task There_is_one_at_once_when_a_stage_begins_and_the_next_five_seconds_later() =>
        (await Shown(Enumerable.Range(0, 8).Select(s => Reports.At(s, stage: s < 2 ? 1 : 2))))
            .Select(Time).ShouldBe(["[00:00]", "[00:02]", "[00:07]"]);

    [Fact]
    public async Task A_warm_up_of_another_name_is_marked_as_one() =>
        (await Shown(Reports.At(1, name: "gently") with { WarmUp = true })).ShouldHaveSingleItem().ShouldStartWith("[00:01] gently (1/3, warm-up)  ");

    [Fact]
    public async Task A_second_without_replies_has_no_response_times() =>
        (await Shown(Reports.At(1) with { All = new SecondStatistics(0, 0, null, null, null) })).ShouldHaveSingleItem()
            .ShouldContain("  0.0 req/s  0 failures  p50 –  p95 –  ");

    [Fact]
    public async Task A_name_cannot_steer_the_terminal_or_break_the_line() =>
        (await Shown(Reports.At(1, name: "a\e[2Jb\r\nc\u202Ed\u009Be"))).ShouldHaveSingleItem().ShouldStartWith("[00:01] a?[2Jb??c?d?e (1/3)");

    [Fact]
    public async Task Every_culture_reads_the_same()
    {
        var before = CultureInfo.CurrentCulture;
        // Not one of the system's: those are all the same where globalization is invariant.
        CultureInfo.CurrentCulture = new CultureInfo("")
        {
            NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." },
        };
        try
        {
            (await Shown(Reports.At(1) with { Users = 1, Failures = 1_234 })).ShouldHaveSingleItem()
                .ShouldContain("  1 user  41.0 req/s  1,234 failures  p50 3.1 ms  ");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    static string Time(string line) => line.Split(' ')[0];

    static async Task<IReadOnlyList<string>> Shown(params IEnumerable<LoadProgress> reports)
    {
        var output = new StringWriter();
        await new ProgressLines(output).ShowAsync(Reports.Stream(reports));
        return output.ToString().Split(output.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}

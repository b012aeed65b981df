using PerfGate.Frosting.Progress;
using PerfGate.Load.Results;
using Spectre.Console;

namespace PerfGate.Frosting.Tests.Progress;

public sealed class Picture
{
    [Fact]
    public void It_says_where_the_run_is_and_how_it_goes()
    {
        var lines = Drawn(Reports.At(19) with { Endpoints = [Reports.Endpoint("/balance", requests: 1_234, failures: 2)] });
        lines[0].ShouldBe("hold 100  stage 1 of 3");
        lines[1].ShouldEndWith("  8 s left in stage, 19 s in all");
        lines[2].ShouldBe("73 users  41.0 req/s  0 failures  p50 3.1 ms  p95 9.8 ms");
        lines[3].ShouldBeEmpty();
        lines[4].Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["Endpoint", "requests", "failures", "p50", "p95"]);
        lines[5].Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ShouldBe(["GET /balance", "1,234", "2", "3.1 ms", "9.8 ms"]);
        lines.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(19, 20)]
    [InlineData(38, 40)]
    public void The_bar_is_filled_as_far_as_the_profile_is_done(double seconds, int filled) =>
        Drawn(Reports.At(seconds))[1].ShouldStartWith(new string('━', filled) + new string('─', 40 - filled) + "  8 s left");

    [Fact]
    public void A_warm_up_is_marked() =>
        Drawn(Reports.At(1) with { WarmUp = true })[0].ShouldBe("hold 100  stage 1 of 3  warm-up, not measured");

    [Fact]
    public void A_second_without_replies_has_no_response_times() =>
        Drawn(Reports.At(1) with { All = new SecondStatistics(0, 0, null, null, null) })[2].ShouldEndWith("p50 –  p95 –");

    [Fact]
    public void Without_endpoints_there_is_no_table() => Drawn(Reports.At(1)).Count.ShouldBe(3);

    [Fact]
    public void With_room_for_all_endpoints_they_keep_their_order()
    {
        var lines = Drawn(Reports.At(1) with { Endpoints = Reports.Endpoints(4) }, height: 10);
        lines.Skip(5).Select(line => line.Split(' ')[1]).ShouldBe(["/e1", "/e2", "/e3", "/e4"]);
    }

    [Fact]
    public void Without_it_the_busiest_are_shown_and_the_others_counted()
    {
        var lines = Drawn(Reports.At(1) with { Endpoints = Reports.Endpoints(5) }, height: 10);
        lines.Count.ShouldBe(9);
        lines.Skip(5).Take(3).Select(line => line.Split(' ')[1]).ShouldBe(["/e5", "/e4", "/e3"]);
        lines[^1].ShouldBe("and 2 more");
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(40, 8)]
    [InlineData(20, 4)]
    [InlineData(10, 2)]
    [InlineData(1, 1)]
    public void It_never_outgrows_the_terminal(int width, int height)
    {
        var name = string.Concat(Enumerable.Repeat("余额\t[red]", 100));
        var report = Reports.At(1, name: name) with { WarmUp = true, Endpoints = [.. Reports.Endpoints(30), Reports.Endpoint(name, 1_000_000)] };
        var lines = Drawn(report, width, height);
        lines.Count.ShouldBeLessThanOrEqualTo(Math.Max(1, height - 1));
        lines.ShouldAllBe(line => line.GetCellWidth() <= Math.Max(1, width - 1));
    }

    [Fact]
    public void A_hostile_name_is_shown_and_not_obeyed()
    {
        var drawn = string.Join('\n', Drawn(Reports.At(1) with { Endpoints = [Reports.Endpoint("/a\e[2J[bold]b\r\n")] }));
        drawn.ShouldContain("GET /a?[2J[bold]b??");
        drawn.ShouldNotContain('\e');
    }

    static IReadOnlyList<string> Drawn(LoadProgress report, int width = 81, int height = 24)
    {
        var terminal = new FakeTerminal(width, height);
        var console = terminal.Console(ansi: false);
        console.Profile.Capabilities.Unicode = true;
        console.Write(ProgressPicture.Of(report, console.Profile));
        return [.. terminal.Written.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];
    }
}

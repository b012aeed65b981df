using System.Text.RegularExpressions;
using PerfGate.Reporting.Tests.Samples;

namespace PerfGate.Reporting.Tests.Terminal;

public sealed class SummarisingOnATerminal
{
    [Fact]
    public void The_verdict_comes_first_and_the_place_of_the_report_last()
    {
        var lines = Lines(SampleReport.Regressed());
        lines[0].ShouldBe("✗ Regressed: 1 of 12 endpoints is slower than main@29d3c1f.");
        lines[^1].ShouldBe($"Report: {Path.Combine("artifacts", "report.html")}");
    }

    [Fact]
    public void Every_endpoint_has_a_row_with_its_numbers()
    {
        var report = SampleReport.Regressed();
        var lines = Lines(report);
        foreach (var endpoint in report.Run.Endpoints) lines.ShouldContain(l => l.StartsWith($"{endpoint.Method} {endpoint.Name} ", StringComparison.Ordinal));
        lines.Single(l => l.Contains("my-tokens")).ShouldMatch(@"^GET /api/v1/tokens/my-tokens +705 +0 +4\.68 ms +9\.98 ms +14\.5 ms +\+38 % +–$");
    }

    [Fact]
    public void Columns_are_aligned()
    {
        var lines = Lines(SampleReport.NoBaseline());
        var head = lines.Single(l => l.StartsWith("Endpoint", StringComparison.Ordinal));
        var end = head.IndexOf("p99", StringComparison.Ordinal) + 3;
        lines.SkipWhile(l => l != head).Skip(1).TakeWhile(l => l.Length > 0 && !l.StartsWith("Report", StringComparison.Ordinal))
            .ShouldAllBe(l => l[end - 1] == 's' && l[end] == ' ');
    }

    [Fact]
    public void A_missed_target_says_value_and_limit() =>
        Lines(SampleReport.CriticalTargetMissed()).ShouldContain("✗ p99 of all requests is 2.4 s: critical limit ≤ 2 s");

    [Fact]
    public void What_was_not_measured_is_a_dash_and_warnings_are_told()
    {
        var lines = Lines(SampleReport.Invalid());
        lines.ShouldContain(l => Regex.IsMatch(l, "^all requests +– +– +– +– +– +critical$"));
        lines[1].ShouldContain("0 of 6 targets met, 5 could not be judged");
        lines.ShouldContain("! The system died: api exited with code 139 after 3.1 s.");
    }

    [Fact]
    public void Below_the_missed_targets_stands_which_criterion_failed_which_could_not_be_told_and_why()
    {
        var lines = Lines(SampleReport.CriticalTargetMissed());
        var missed = lines.IndexOf("✗ p99 of all requests is 2.4 s: critical limit ≤ 2 s");
        lines[missed + 1].ShouldBe("✗ Error rate below 0.5 %: 0.57 % of 2,788 requests failed.");
        lines[missed + 2].ShouldBe("○ could not be told: no memory leak; database connections stable and below their limit");
        lines[missed + 3].ShouldBe("▸ Failures came in one burst: 16 of 16 failures fell between second 31 and 34 of 60.");
        lines[missed + 4].ShouldBe("▸ The memory of 'api' climbs: It grew from 120 MiB to 214 MiB.");
    }

    [Fact]
    public void A_single_undecided_criterion_says_why()
    {
        var report = SampleReport.Passed();
        var alone = report with { Result = report.Result with { Criteria = [.. report.Result.Criteria.Where(c => c.Title is "No memory leak: less than 20 % growth in 30 minutes")] } };
        Lines(alone).ShouldContain("○ could not be told: no memory leak (55 s were measured; at least 180 s are needed)");
    }

    [Fact]
    public void A_reason_takes_one_line_of_the_terminal()
    {
        var lines = Lines(SampleReport.CriterionNotMet(), width: 60);
        lines.ShouldContain("▸ Failures came in one burst: 16 of 16 failures fell betwee…");
        lines.ShouldContain("○ could not be told: no memory leak; database connections s…");
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public void The_table_fits_the_terminal(int width)
    {
        var lines = Lines(SampleReport.Regressed(), width: width);
        var rows = lines.SkipWhile(l => !l.StartsWith("Endpoint", StringComparison.Ordinal)).TakeWhile(l => l.Length > 0).ToList();
        rows.Count.ShouldBe(14);
        rows.ShouldAllBe(l => l.Length <= width);
    }

    [Fact]
    public void Without_colour_there_is_no_escape_and_with_it_only_ours()
    {
        string.Join('\n', Lines(SampleReport.Regressed())).ShouldNotContain('\e');
        var coloured = string.Join('\n', Lines(SampleReport.Hostile("\e[2J\u0007evil"), colour: true));
        coloured.ShouldContain("\e[1;31m");
        coloured.ShouldNotContain("\e[2J");
        coloured.ShouldNotContain('\u0007');
    }

    [Fact]
    public void Hostile_names_stay_in_their_line()
    {
        foreach (var name in Hostility.Names(100))
            Lines(SampleReport.Hostile(name)).SelectMany(l => l).Any(char.IsControl).ShouldBeFalse(name);
    }

    static List<string> Lines(Report report, bool colour = false, int width = 140)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ConsoleSummary.Write(report, writer, colour, width, "artifacts");
        var lines = writer.ToString().Trim('\n').Split('\n').ToList();
        return lines;
    }
}

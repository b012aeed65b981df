using PerfGate.Gate.Results;
using PerfGate.Reporting.Tests.Samples;
using PerfGate.Reporting.Views;

namespace PerfGate.Reporting.Tests.Views;

public sealed class TellingWhenAFindingWas
{
    [Theory]
    [InlineData(0.0, 360.0, "0:00–6:00")]
    [InlineData(31.0, 31.2, "0:31")]
    [InlineData(31.0, null, "from 0:31")]
    [InlineData(null, 31.0, "until 0:31")]
    [InlineData(null, null, null)]
    public void Its_time_is_said_as_clocks_count(double? from, double? to, string? said) => FindingTime.Words(Finding(from, to)).ShouldBe(said);

    [Theory]
    [InlineData(0.0, 47.9, 1)]
    [InlineData(0.0, 48.0, 0)]
    [InlineData(31.0, 31.0, 1)]
    [InlineData(34.0, 31.0, 0)]
    [InlineData(null, 31.0, 0)]
    [InlineData(31.0, null, 0)]
    public void Charts_tint_it_when_it_is_shorter_than_most_of_the_run(double? from, double? to, int tinted) =>
        FindingTime.Spans(With(Finding(from, to))).Count.ShouldBe(tinted);

    [Fact]
    public void Two_of_the_same_time_tint_it_once() =>
        FindingTime.Spans(With(Finding(3, 6), Finding(3, 6), Finding(4, 6))).Count.ShouldBe(2);

    static Finding Finding(double? from, double? to) => new("x", "X", "x", "x") { FromSeconds = from, ToSeconds = to };

    static Report With(params Finding[] findings)
    {
        var report = SampleReport.Passed();
        return report with { Result = report.Result with { Findings = findings } };
    }
}

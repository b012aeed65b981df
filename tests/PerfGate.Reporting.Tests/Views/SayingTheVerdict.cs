using PerfGate.Gate.Results;
using PerfGate.Reporting.Tests.Samples;
using PerfGate.Reporting.Views;

namespace PerfGate.Reporting.Tests.Views;

public sealed class SayingTheVerdict
{
    [Theory]
    [InlineData("No baseline yet; all 5 targets met.", "All 5 targets met.")]
    [InlineData("No baseline: nothing was compared.", "Nothing was compared.")]
    [InlineData("p99 is 2.4 s.", "p99 is 2.4 s.")]
    [InlineData("", "")]
    public void Below_its_title_a_headline_does_not_repeat_it(string headline, string said) =>
        StateWords.Of(SampleReport.NoBaseline().Result).Sentence(headline).ShouldBe(said);

    [Theory]
    [InlineData("No baseline yet; all 5 targets met.", "No baseline yet; all 5 targets met.")]
    [InlineData("All 5 targets met.", "No baseline: All 5 targets met.")]
    [InlineData("", "No baseline")]
    public void On_its_own_it_begins_with_what_happened(string headline, string said) =>
        StateWords.Of(SampleReport.NoBaseline().Result).Line(headline).ShouldBe(said);

    [Fact]
    public void A_missed_critical_target_leads_whatever_the_comparison_says()
    {
        var result = SampleReport.CriticalTargetMissed().Result;
        foreach (var verdict in Enum.GetValues<Verdict>().Except([Verdict.Invalid]))
            StateWords.Of(result with { Verdict = verdict }).State.ShouldBe(RunState.CriticalTargetMissed);
        StateWords.Of(result with { Verdict = Verdict.Invalid }).State.ShouldBe(RunState.Invalid);
    }
}

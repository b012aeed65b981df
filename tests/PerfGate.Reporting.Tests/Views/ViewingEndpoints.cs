using PerfGate.Gate.Results;
using PerfGate.Reporting.Tests.Samples;
using PerfGate.Reporting.Views;

namespace PerfGate.Reporting.Tests.Views;

public sealed class ViewingEndpoints
{
    const string Notes = "/notes";

    [Fact]
    public void A_row_shows_the_targets_of_its_method_and_not_those_of_another()
    {
        var report = Of(["GET", "POST"], Target("GET", Tier.Target), Target("POST", Tier.Critical));
        Tiers(report).ShouldBe([("GET /notes", Tier.Target), ("POST /notes", Tier.Critical)]);
        EndpointView.Find(report, "POST", Notes).WorstTier.ShouldBe(Tier.Critical);
    }

    [Fact]
    public void A_limit_over_several_methods_stands_on_the_row_of_none_of_them()
    {
        var report = Of(["GET", "POST"], Target(null, Tier.Target));
        Tiers(report).ShouldBe([("GET /notes", null), ("POST /notes", null)]);
        EndpointView.Find(report, "GET", Notes).Targets.ShouldBeEmpty();
    }

    [Fact]
    public void A_limit_over_the_only_method_of_a_name_stands_on_its_row()
    {
        var report = Of(["GET"], Target(null, Tier.Target));
        Tiers(report).ShouldBe([("GET /notes", Tier.Target)]);
        EndpointView.Find(report, "GET", Notes).WorstTier.ShouldBe(Tier.Target);
    }

    [Fact]
    public void A_missed_limit_over_several_methods_is_in_the_summary_all_the_same()
    {
        var markdown = SummaryMarkdown.Render(Of(["GET", "POST"], Target(null, Tier.Critical)));
        markdown.ShouldContain("| /notes | p95 | – | 152 ms | – | – | critical ≤ 70 ms missed |");
    }

    [Fact]
    public void Methods_are_named_wherever_targets_are()
    {
        var report = Of(["GET", "POST"], Target("POST", Tier.Critical));
        var text = new StringWriter();
        ConsoleSummary.Write(report, text, colour: false, width: 120);
        text.ToString().ShouldContain("✗ p95 of POST /notes is 152 ms: critical limit ≤ 70 ms");
        SummaryMarkdown.Render(report).ShouldContain("| POST /notes | p95 | 152 ms | critical |");
    }

    static IEnumerable<(string Label, Tier? Tier)> Tiers(Report report) => EndpointView.Each(report).Select(v => (v.Label, v.WorstTier));

    static TargetResult Target(string? method, Tier tier) =>
        new() { Endpoint = Notes, Method = method, Metric = "p95", Value = tier == Tier.Target ? 5 : 152, Tier = tier, Target = 50, Acceptable = 60, Critical = 70 };

    static Report Of(string[] methods, params TargetResult[] targets)
    {
        var sample = SampleReport.NoBaseline();
        var one = sample.Run.Endpoints[0];
        return sample with
        {
            Run = sample.Run with { Endpoints = [.. methods.Select(method => one with { Name = Notes, Method = method })] },
            Result = sample.Result with { Targets = targets },
        };
    }
}

using PerfGate.Gate.Findings;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Tests.Findings;

public sealed class LookingForCauses
{
    [Fact]
    public void A_healthy_run_shows_nothing() => Look(Samples.Typical()).ShouldBeEmpty();

    [Fact]
    public void A_service_that_ended_is_found_with_how_and_when()
    {
        var finding = Look(Samples.Typical() with { End = RunEnd.SystemDied, SystemDeath = "'api' exited with code 139." }).Single();
        (finding.Rule, finding.Evidence).ShouldBe(("service-exited", "'api' exited with code 139. Load had run for 25.3 s."));
    }

    [Theory]
    [InlineData(0.95, 900L, 0, true)]
    [InlineData(0.2, 250_000L, 0, true)]
    [InlineData(0.2, 900L, 7, true)]
    [InlineData(0.9, 100_000L, 0, false)]
    [InlineData(0.2, null, 0, false)]
    public void A_generator_at_its_limit_is_found(double cpu, long? lag, long dropped, bool found)
    {
        var run = Samples.Typical();
        run = run with { Generator = run.Generator with { CpuShare = cpu, ScheduleLagP99Micros = lag, Dropped = dropped } };
        Look(run).Any(f => f.Rule == "generator-saturated").ShouldBe(found);
    }

    [Fact]
    public void Failures_within_a_fifth_of_the_time_are_a_burst_with_its_seconds()
    {
        var finding = Look(Seconds([0, 0, 0, 1, 40, 50, 0, 0, 0, 1, 0, 0, 0, 0, 0])).Single();
        finding.Rule.ShouldBe("error-burst");
        finding.Evidence.ShouldBe("90 of 92 failures fell between second 4 and 6 of 15.");
    }

    [Theory]
    [InlineData(new long[] { 5, 5, 5, 5, 5, 5, 5, 5, 5, 5 })]
    [InlineData(new long[] { 0, 0, 0, 9, 0, 0, 0, 0, 0, 0 })]
    [InlineData(new long[] { 0, 0, 30, 30, 30, 30, 0, 0, 0, 0 })]
    [InlineData(new long[] { 40 })]
    [InlineData(new long[0])]
    public void Steady_few_or_long_failures_are_no_burst(long[] failures) => Look(Seconds(failures)).ShouldBeEmpty();

    [Fact]
    public void The_reason_behind_most_failures_is_named()
    {
        var finding = Look(Failures(("/a", "expected 200, got 500", 45), ("/b", "expected 200, got 500", 40), ("/c", "status 404", 15))).Single();
        (finding.Title, finding.Evidence).ShouldBe(("One reason is behind most failures", "\"expected 200, got 500\": 85 of 100 failed requests, 85 %."));
    }

    [Fact]
    public void The_endpoint_with_most_failures_is_named_when_the_reasons_differ()
    {
        var finding = Look(Failures(("/a", "expected 200, got 500", 45), ("/a", "status 404", 40), ("/c", "status 400", 15))).Single();
        (finding.Title, finding.Evidence).ShouldBe(("One endpoint has most failures", "GET /a: 85 of 100 failed requests, 85 %."));
    }

    [Fact]
    public void Spread_or_few_failures_name_nobody()
    {
        Look(Failures(("/a", "x", 50), ("/b", "y", 50))).ShouldBeEmpty();
        Look(Failures(("/a", "x", 9))).ShouldBeEmpty();
    }

    static List<Finding> Look(RunRecord run) => [.. FindingRules.Look(run, GuardLimits.Default)];

    static RunRecord Seconds(long[] failures)
    {
        var zeros = failures.Select(_ => 0L).ToList();
        var none = failures.Select(_ => (long?)null).ToList();
        return Samples.Typical() with
        {
            Series = new SeriesRecord([.. Enumerable.Range(0, failures.Length)], [.. failures.Select(_ => 1)], new SeriesColumns(zeros, failures, none, none, none), []),
        };
    }

    static RunRecord Failures(params (string Endpoint, string Reason, long Count)[] failures) => Samples.Typical() with
    {
        Failures = [.. failures.Select(f => new FailureRecord(f.Endpoint, "GET", f.Reason, f.Count, 0, 1, 20))],
    };
}

using PerfGate.Gate.Findings;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Tests.Findings;

public sealed class WhatClimbs
{
    const long MiB = 1 << 20;

    [Fact]
    public void An_endpoint_that_slows_down_with_growing_answers_needs_pages()
    {
        var finding = Seconds(120, p50: second => 10_000 + (200 * second), bytes: second => 1_000 + (30 * second)).Look<ResponseTimeClimbs>().Single();
        finding.Evidence.ShouldBe(
            "p50 of GET /cart rose from 14.9 ms to 30.9 ms, first and last third, between second 5 and 125, while 10 users ran; its answers became 2.38 times as large.");
        finding.Advice.ShouldContain("pages");
        finding.Span().ShouldBe((5, 125));
    }

    [Fact]
    public void An_endpoint_that_slows_down_with_the_same_answers_does_more_work()
    {
        var finding = Seconds(120, second => 10_000 + (200 * second), bytes: _ => 1_000).Look<ResponseTimeClimbs>().Single();
        finding.Evidence.ShouldEndWith("its answers became hardly larger.");
        finding.Advice.ShouldContain("index");
    }

    [Fact]
    public void Where_sizes_are_not_known_both_are_possible()
    {
        var finding = Seconds(120, second => 10_000 + (200 * second)).Look<ResponseTimeClimbs>().Single();
        finding.Evidence.ShouldEndWith("while 10 users ran.");
        finding.Advice.ShouldContain("pages");
        finding.Advice.ShouldContain("index");
    }

    [Fact]
    public void Steady_falling_and_noisy_times_do_not_climb()
    {
        Seconds(120, _ => 10_000).Look<ResponseTimeClimbs>().ShouldBeEmpty();
        Seconds(120, second => 40_000 - (200 * second)).Look<ResponseTimeClimbs>().ShouldBeEmpty();
        var random = new Random(7);
        Seconds(120, _ => 5_000 + random.Next(20_000)).Look<ResponseTimeClimbs>().ShouldBeEmpty();
    }

    [Fact]
    public void A_single_step_that_then_holds_is_no_climb() => Seconds(120, second => second < 45 ? 10_000 : 30_000).Look<ResponseTimeClimbs>().ShouldBeEmpty();

    [Fact]
    public void A_climb_of_less_than_half_is_none() => Seconds(120, second => 10_000 + (40 * second)).Look<ResponseTimeClimbs>().ShouldBeEmpty();

    [Fact]
    public void More_users_may_be_slower() =>
        Seconds(120, second => 10_000 + (200 * second), users: second => 10 + (second / 4)).Look<ResponseTimeClimbs>().ShouldBeEmpty();

    [Fact]
    public void A_short_run_or_few_requests_say_nothing()
    {
        Seconds(59, second => 10_000 + (400 * second)).Look<ResponseTimeClimbs>().ShouldBeEmpty();
        Seconds(60, second => 10_000 + (400 * second)).Look<ResponseTimeClimbs>().ShouldHaveSingleItem();
        Seconds(120, second => 10_000 + (200 * second), requests: 2).Look<ResponseTimeClimbs>().ShouldBeEmpty();
        Seconds(120, _ => null).Look<ResponseTimeClimbs>().ShouldBeEmpty();
        Given.Run.Look<ResponseTimeClimbs>().ShouldBeEmpty();
    }

    [Fact]
    public void The_endpoint_that_climbs_most_comes_first()
    {
        var run = Seconds(120, second => 10_000 + (200 * second));
        var steeper = run.Series.Endpoints[0].Columns with { P50Micros = [.. run.Series.Second.Select(second => (long?)(1_000 + (200 * second)))] };
        run = run with { Series = run.Series with { Endpoints = [.. run.Series.Endpoints, new EndpointSeriesRecord("/feed", "GET", steeper)] } };
        run.Look<ResponseTimeClimbs>().Select(f => f.Evidence[..16]).ShouldBe(["p50 of GET /feed", "p50 of GET /cart"]);
    }

    [Fact]
    public void Memory_that_climbs_is_found_with_its_slope_an_hour_and_a_day()
    {
        var finding = Holding(second => (100 * MiB) + (second * MiB / 2)).Look<MemoryGrowth>().Single();
        finding.Rule.ShouldBe("memory-growth");
        finding.Evidence.ShouldStartWith("'api' grows by 1.76 GiB an hour");
        finding.Evidence.ShouldContain("a day if it goes on");
        finding.Span().ShouldBe((5, 365));
    }

    [Fact]
    public void Memory_that_holds_settles_or_is_not_known_does_not_climb()
    {
        Holding(_ => 100 * MiB).Look<MemoryGrowth>().ShouldBeEmpty();
        Holding(second => (100 * MiB) + (long)(50 * MiB * (1 - Math.Exp(-second / 40.0)))).Look<MemoryGrowth>().ShouldBeEmpty();
        Holding(_ => null).Look<MemoryGrowth>().ShouldBeEmpty();
        Seconds(360, _ => 10_000).Look<MemoryGrowth>().ShouldBeEmpty();
    }

    [Fact]
    public void A_store_may_fill_its_memory()
    {
        var run = Holding(second => (100 * MiB) + (second * MiB / 2));
        (run with { Resources = [run.Resources[0] with { IsStore = true }] }).Look<MemoryGrowth>().ShouldBeEmpty();
    }

    [Fact]
    public void A_suite_that_allows_more_growth_is_heeded()
    {
        var run = Holding(second => (100 * MiB) + (second * MiB / 2));
        (run with { Criteria = [new CriterionRecord(CriterionKinds.NoMemoryLeak) { Limit = 20 }] }).Look<MemoryGrowth>().ShouldBeEmpty();
    }

    static RunRecord Holding(Func<int, long?> bytes)
    {
        IReadOnlyList<double> seconds = [.. Enumerable.Range(0, 366).Select(second => (double)second)];
        return Seconds(360, _ => 10_000).With(new ResourceRecord(
            "api", null, null, null, seconds, [.. seconds.Select(_ => (double?)null)], [.. Enumerable.Range(0, 366).Select(bytes)]));
    }

    // Five seconds of warm-up, then so many measured ones with ten users.
    static RunRecord Seconds(int measured, Func<int, long?> p50, Func<int, long>? bytes = null, Func<int, int>? users = null, long requests = 20)
    {
        var seconds = Enumerable.Range(0, 5 + measured).ToList();
        List<long> each = [.. seconds.Select(_ => requests)];
        List<long> none = [.. seconds.Select(_ => 0L)];
        List<long?> micros = [.. seconds.Select(p50)];
        var columns = new SeriesColumns(each, none, micros, micros, micros) { Bytes = bytes is null ? null : [.. seconds.Select(second => requests * bytes(second))] };
        var run = Given.Run;
        return run with
        {
            DurationSeconds = 5 + measured,
            Stages = [run.Stages[0], run.Stages[1] with { DurationSeconds = measured }],
            Series = new SeriesRecord(seconds, [.. seconds.Select(users ?? (_ => 10))], columns, [new EndpointSeriesRecord("/cart", "GET", columns)]),
        };
    }
}

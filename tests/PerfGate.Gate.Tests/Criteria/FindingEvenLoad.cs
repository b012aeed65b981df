using PerfGate.Gate.Criteria;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Tests.Criteria;

public sealed class FindingEvenLoad
{
    [Fact]
    public void The_ramp_is_no_part_of_it() => SteadyLoad.Longest(Loads.Even(60)).ShouldBe(new SteadyLoad(5, 65, 100));

    [Fact]
    public void The_longest_of_several_is_taken()
    {
        var run = Loads.Of(
            [new StageRecord("hold 10", false, 0, 20, 10, []), new StageRecord("ramp", false, 20, 10, 50, []), new StageRecord("hold 50", false, 30, 40, 50, [])],
            [.. Enumerable.Repeat(10, 20), .. Enumerable.Range(1, 10).Select(i => 10 + 4 * i), .. Enumerable.Repeat(50, 40)]);
        var load = SteadyLoad.Longest(run)!;
        (load.Users, load.To).ShouldBe((50, 70));
        load.From.ShouldBe(29, 1);
    }

    [Fact]
    public void Stages_of_as_many_users_are_one() =>
        SteadyLoad.Longest(Loads.Of([new StageRecord("a", false, 0, 20, 10, []), new StageRecord("b", false, 20, 20, 10, [])], [.. Enumerable.Repeat(10, 40)]))!
            .Seconds.ShouldBe(40);

    [Fact]
    public void A_user_more_or_less_does_not_end_it() =>
        SteadyLoad.Longest(Loads.Of([new StageRecord("a", false, 0, 40, 10, [])], [.. Enumerable.Range(0, 40).Select(i => i % 7 == 0 ? 9 : 10)]))!.Seconds.ShouldBe(40);

    [Fact]
    public void Nothing_measured_or_nobody_there_is_none()
    {
        SteadyLoad.Longest(Loads.Of([new StageRecord("warm-up", true, 0, 40, 10, [])], [.. Enumerable.Repeat(10, 40)])).ShouldBeNull();
        SteadyLoad.Longest(Loads.Of([new StageRecord("hold", false, 0, 40, 100, [])], [.. Enumerable.Repeat(10, 40)])).ShouldBeNull();
        SteadyLoad.Longest(Loads.Of([], [])).ShouldBeNull();
    }

    [Fact]
    public void A_series_of_several_seconds_a_point_is_read_as_such()
    {
        var run = Loads.Of([new StageRecord("hold", false, 0, 40, 10, [])], [.. Enumerable.Repeat(10, 10)]);
        run = run with { DurationSeconds = 38, Series = run.Series with { Second = [.. Enumerable.Range(0, 10).Select(i => 4 * i)], SecondsPerPoint = 4 } };
        SteadyLoad.Longest(run)!.Seconds.ShouldBe(38, "the last one is cut off");
    }
}

using PerfGate.Load.Profiles;
using PerfGate.Load.Recording;

namespace PerfGate.Load.Tests.Recording;

public sealed class Stages
{
    readonly StageMap stages = new(new ProfileBuilder().WarmUp(to: 1, over: 2.Seconds()).Hold(3.Seconds()).Ramp(to: 0, over: 1.Seconds()).Build("three"));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1_999_999, 0)]
    [InlineData(2_000_000, 1)]
    [InlineData(4_999_999, 1)]
    [InlineData(5_000_000, 2)]
    [InlineData(6_000_000, 2)]
    [InlineData(60_000_000, 2)]
    public void A_moment_belongs_to_the_stage_that_goes_on_and_to_the_last_one_after_the_end(long micros, int stage) =>
        stages.IndexAt(micros).ShouldBe(stage);

    [Fact]
    public void Stages_follow_each_other_without_gaps()
    {
        stages.StartOf(0).ShouldBe(0);
        stages.StartOf(1).ShouldBe(stages.EndOf(0));
        stages.StartOf(2).ShouldBe(stages.EndOf(1));
        stages.EndMicros.ShouldBe(6_000_000);
    }

    [Fact]
    public void A_pool_of_users_starts_in_a_stage_of_its_own_and_the_others_wait_for_it()
    {
        var open = new StageMap(new ProfileBuilder().HoldRate(5, 2.Seconds()).HoldRate(3.Seconds()).Build("open"));
        open.Count.ShouldBe(3);
        (open[0].Name, open[0].WarmUp).ShouldBe(("start 10 users", true));
        (open.HasBegun, open.IndexAt(900_000_000)).ShouldBe((false, 0));

        open.Begin(7_500_000);
        (open.HasBegun, open.EndMicros).ShouldBe((true, 12_500_000));
        new long[] { 0, 7_499_999, 7_500_000, 9_499_999, 9_500_000, 99_000_000 }.Select(open.IndexAt).ShouldBe([0, 0, 1, 1, 2, 2]);
        Enumerable.Range(0, 3).Select(open.StartOf).ShouldBe([0, 7_500_000, 9_500_000]);
        Enumerable.Range(0, 3).Select(open.EndOf).ShouldBe([7_500_000, 9_500_000, 12_500_000]);
    }
}

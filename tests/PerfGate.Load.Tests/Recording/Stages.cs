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
}

using PerfGate.Gate.Paired;
using PerfGate.Load.Profiles;

namespace PerfGate.Gate.Tests.Paired;

public sealed class LayingOutABlock
{
    const double Rate = 40;
    static readonly PairedSettings Settings = PairedSettings.Usual;
    static readonly BlockPlan Plan = new(Settings, Rate, [true, false, false]);

    [Fact]
    public void Both_profiles_can_be_run_and_end_together()
    {
        Plan.Baseline.Problems().ShouldBeEmpty();
        Plan.Candidate.Problems().ShouldBeEmpty();
        Plan.Baseline.Duration.ShouldBe(Plan.Candidate.Duration);
        Plan.Baseline.Duration.TotalSeconds.ShouldBe(Plan.Slots[^1].End, 1e-6);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(37.3)]
    [InlineData(251.7)]
    public void In_every_round_each_request_lies_in_the_middle_between_two_of_the_other_side(double rate)
    {
        var plan = new BlockPlan(Settings, rate, [true, false, false, true]);
        for (var round = 0; round < plan.Slots.Count; round++)
        {
            var (first, second) = plan.BaselineFirst[round] ? (plan.Baseline, plan.Candidate) : (plan.Candidate, plan.Baseline);
            var (earlier, later) = (Due(first, plan.Slots[round]), Due(second, plan.Slots[round]));
            earlier.Count.ShouldBeInRange((int)(rate * Settings.Slot.TotalSeconds) - 1, (int)(rate * Settings.Slot.TotalSeconds) + 1);
            later.Count.ShouldBeInRange(earlier.Count - 1, earlier.Count);
            foreach (var (one, other) in earlier.Zip(later)) (other - one).ShouldBe(0.5 / rate, 1e-5);
        }
    }

    [Fact]
    public void Nobody_is_asked_in_the_gap_before_a_slot()
    {
        foreach (var slot in Plan.Slots)
        {
            (slot.Start - slot.Quiet).ShouldBe(Settings.Gap.TotalSeconds, 1e-9);
            foreach (var profile in new[] { Plan.Baseline, Plan.Candidate }) Due(profile, slot.Quiet, slot.Start).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Each_round_has_one_measured_stage_at_the_same_time_on_both_sides()
    {
        foreach (var profile in new[] { Plan.Baseline, Plan.Candidate })
        {
            profile.Stages.Where(s => !s.WarmUp).Select(s => s.Name).ShouldBe(["round 1", "round 2", "round 3"]);
            foreach (var (slot, round) in Plan.Slots.Select((slot, round) => (slot, round)))
            {
                var (start, end) = Span(profile, BlockPlan.StageOf(round));
                start.ShouldBe(slot.Measured, 1e-6);
                end.ShouldBe(slot.End, 1e-6);
            }
        }

        (Plan.Slots[0].Measured - Plan.Slots[0].Start).ShouldBe(Settings.Discard.TotalSeconds, 1e-9);
    }

    [Fact]
    public void Both_sides_are_asked_for_as_much()
    {
        foreach (var slot in Plan.Slots)
        {
            Due(Plan.Baseline, slot).Count.ShouldBe((int)(Rate * Settings.Slot.TotalSeconds));
            Due(Plan.Candidate, slot).Count.ShouldBe((int)(Rate * Settings.Slot.TotalSeconds));
        }
    }

    [Fact]
    public void Every_two_rounds_have_one_order_of_each_kind()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var orders = BlockPlan.DrawOrders(6, new Random(seed));
            for (var pair = 0; pair < 6; pair += 2) orders[pair].ShouldNotBe(orders[pair + 1]);
        }
    }

    [Fact]
    public void Which_order_comes_first_is_drawn_and_the_same_for_a_seed()
    {
        var firsts = Enumerable.Range(0, 200).Select(seed => BlockPlan.DrawOrders(1, new Random(seed))[0]).Count(first => first);
        firsts.ShouldBeInRange(60, 140);
        BlockPlan.DrawOrders(5, new Random(3)).ShouldBe(BlockPlan.DrawOrders(5, new Random(3)));
    }

    [Theory]
    [InlineData(1, 16)]
    [InlineData(200, 50)]
    [InlineData(100_000, 400)]
    public void The_pool_holds_what_a_system_may_hold_back_for_a_quarter_of_a_second(double rate, int users) =>
        new BlockPlan(Settings, rate, [true]).Candidate.Pool.ShouldBe(users);

    static List<double> Due(Profile profile, SlotPlan slot) => Due(profile, slot.Start, slot.End);

    // When evenly spread arrivals are due: the first when half a one has come.
    static List<double> Due(Profile profile, double from, double to)
    {
        var curve = profile.Arrivals();
        return [.. Enumerable.Range(0, (int)Math.Floor(curve.Total + 0.5)).Select(i => curve.WhenBy(i + 0.5)).Where(at => at >= from && at < to - 1e-6)];
    }

    static (double Start, double End) Span(Profile profile, string name)
    {
        var before = profile.Stages.TakeWhile(s => s.Name != name).Sum(s => s.Duration.TotalSeconds);
        return (before, before + profile.Stages.Single(s => s.Name == name).Duration.TotalSeconds);
    }
}

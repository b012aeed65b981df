using PerfGate.Load.Profiles;
using PerfGate.Load.Scheduling;

namespace PerfGate.Load.Tests.Profiles;

public sealed class ShapingFreely
{
    static readonly Profile Stairs = new ProfileBuilder().Shape(t => t < 1.Seconds() ? 1 + 2 * (int)(t.TotalSeconds * 4) : null).Build("stairs");

    [Fact]
    public void A_function_becomes_one_measured_stage_that_ends_where_it_says_null()
    {
        var stage = Stairs.Stages.ShouldHaveSingleItem();
        (stage.Name, stage.FromUsers, stage.ToUsers, stage.Duration, stage.WarmUp, stage.PeakUsers).ShouldBe(("shape", 1, 7, 1.Seconds(), false, 7));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(299, 1)]
    [InlineData(300, 3)]
    [InlineData(500, 5)]
    [InlineData(799, 5)]
    [InlineData(800, 7)]
    [InlineData(9000, 7)]
    public void Users_change_ten_times_a_second_at_most(int millis, int users) => Stairs.UsersAt(millis.Milliseconds()).ShouldBe(users);

    [Fact]
    public void Only_changes_are_scheduled() =>
        Headcounts.Of(Stairs).ShouldBe([new(0, 1), new(300_000, 3), new(500_000, 5), new(800_000, 7)]);

    [Fact]
    public void The_stage_after_it_begins_with_its_last_users() =>
        new ProfileBuilder().Shape(t => t < 1.Seconds() ? 4 : null).Ramp(to: 9, over: 1.Seconds()).Build("on").Stages[1].FromUsers.ShouldBe(4);

    [Fact]
    public void It_scales_in_time_and_in_users()
    {
        Stairs.ScaledInTime(10).UsersAt(3.Seconds()).ShouldBe(3);
        Stairs.ScaledToPeak(70).Stages[0].Shape.ShouldBe([10, 10, 10, 30, 30, 50, 50, 50, 70, 70]);
        Stairs.ScaledToPeak(70).Problems().ShouldBeEmpty();
    }

    [Fact]
    public void A_function_that_ends_at_once_or_never_or_goes_below_zero_is_refused()
    {
        Should.Throw<ArgumentException>(() => new ProfileBuilder().Shape(_ => null)).Message.ShouldContain("ends at once");
        Should.Throw<ArgumentException>(() => new ProfileBuilder().Shape(_ => 1)).Message.ShouldContain("does not end within 24 hours");
        Should.Throw<ArgumentException>(() => new ProfileBuilder().Shape(_ => -1)).Message.ShouldContain("wants -1 users at 00:00:00");
    }

    [Fact]
    public void A_shape_made_by_hand_fits_its_stage() =>
        new Profile("bad", [new Stage("s", 1, 2, 1.Seconds(), WarmUp: false) { Shape = [1, 3] }]).Problems().ShouldHaveSingleItem().ShouldContain("does not go from 1 to 2");

    [Fact]
    public void Steps_are_reached_in_warm_ups_and_may_have_time_without_users_between()
    {
        var steps = new ProfileBuilder().Steps([100, 200], hold: 3.Minutes(), usersPerSecond: 100, coolDown: 1.Minutes()).Build("steps");
        steps.Stages.Select(s => (s.FromUsers, s.ToUsers, s.Duration, s.WarmUp)).ShouldBe([
            (0, 100, 1.Seconds(), true), (100, 100, 3.Minutes(), false),
            (100, 0, 1.Seconds(), true), (0, 0, 59.Seconds(), true),
            (0, 200, 2.Seconds(), true), (200, 200, 3.Minutes(), false)]);
    }

    [Fact]
    public void Without_a_cool_down_one_step_leads_to_the_next()
    {
        var steps = new ProfileBuilder().Steps([10, 30, 20], hold: 5.Seconds(), usersPerSecond: 10, coolDown: TimeSpan.Zero).Build("steps");
        steps.Stages.Select(s => (s.FromUsers, s.ToUsers, s.Duration)).ShouldBe([
            (0, 10, 1.Seconds()), (10, 10, 5.Seconds()), (10, 30, 2.Seconds()), (30, 30, 5.Seconds()), (30, 20, 1.Seconds()), (20, 20, 5.Seconds())]);
    }
}

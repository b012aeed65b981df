using PerfGate.Load.Profiles;

namespace PerfGate.Load.Tests.Profiles;

public sealed class Shaping
{
    static readonly Profile Example =
        new ProfileBuilder().WarmUp(to: 10, over: 10.Seconds()).WarmUp(5.Seconds()).Hold(20.Seconds()).Ramp(to: 30, over: 10.Seconds()).Build("example");

    [Fact]
    public void Each_stage_begins_with_the_users_at_which_the_one_before_it_ended() =>
        Example.Stages.Select(s => (s.FromUsers, s.ToUsers, s.WarmUp)).ShouldBe([(0, 10, true), (10, 10, true), (10, 10, false), (10, 30, false)]);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    [InlineData(10, 10)]
    [InlineData(34.9, 10)]
    [InlineData(40, 20)]
    [InlineData(45, 30)]
    [InlineData(500, 30)]
    public void The_users_wanted_follow_straight_lines(double seconds, int users) => Example.UsersAt(seconds.Seconds()).ShouldBe(users);

    [Fact]
    public void A_profile_lasts_as_long_as_its_stages_and_peaks_at_the_highest()
    {
        Example.Duration.ShouldBe(45.Seconds());
        Example.PeakUsers.ShouldBe(30);
    }

    [Fact]
    public void A_profile_scaled_in_time_keeps_its_users()
    {
        var scaled = Example.ScaledInTime(0.1);
        scaled.Duration.ShouldBe(4.5.Seconds());
        scaled.UsersAt(4.Seconds()).ShouldBe(20);
        Should.Throw<ArgumentOutOfRangeException>(() => Example.ScaledInTime(0));
        Should.Throw<ArgumentOutOfRangeException>(() => Example.ScaledInTime(double.NaN));
    }

    [Fact]
    public void A_profile_scaled_to_a_peak_keeps_its_shape_and_never_loses_a_user_altogether()
    {
        Example.ScaledToPeak(300).Stages.Select(s => s.ToUsers).ShouldBe([100, 100, 100, 300]);
        Example.ScaledToPeak(1).Stages.Select(s => s.ToUsers).ShouldBe([1, 1, 1, 1]);
        Should.Throw<ArgumentOutOfRangeException>(() => Example.ScaledToPeak(0));
    }

    [Fact]
    public void What_cannot_be_load_is_not_built()
    {
        Should.Throw<ArgumentException>(() => new ProfileBuilder().Build("empty")).Message.ShouldContain("has no stage");
        Should.Throw<ArgumentException>(() => new ProfileBuilder().Hold(1.Seconds()).Build("nobody")).Message.ShouldContain("never has a user");
        Should.Throw<ArgumentException>(() => new ProfileBuilder().WarmUp(to: 3, over: 1.Seconds()).Build("warm")).Message.ShouldContain("measures nothing");
        Should.Throw<ArgumentOutOfRangeException>(() => new ProfileBuilder().Hold(at: 3, TimeSpan.Zero)).Message.ShouldContain("lasts more than zero");
        Should.Throw<ArgumentOutOfRangeException>(() => new ProfileBuilder().Ramp(to: -1, over: 1.Seconds()));
    }

    [Fact]
    public void A_profile_made_by_hand_tells_all_its_problems_at_once()
    {
        new Profile("none", []).Problems().ShouldHaveSingleItem().ShouldContain("has no stage");
        var problems = new Profile("bad", [new Stage("a", -1, 0, TimeSpan.Zero, WarmUp: true)]).Problems().ToList();
        problems.Count.ShouldBe(3);
        problems[0].ShouldContain("lasts 00:00:00");
        problems[1].ShouldContain("goes from -1 to 0 users");
        problems[2].ShouldContain("every stage is a warm-up");
        Example.Problems().ShouldBeEmpty();
    }
}

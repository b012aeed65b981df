using FsCheck;
using FsCheck.Fluent;
using PerfGate.Load.Profiles;
using PerfGate.Load.Scheduling;

namespace PerfGate.Load.Tests.Scheduling;

public sealed class FollowingProfiles
{
    static readonly Arbitrary<Profile> AnyProfile =
        (from first in Gen.Choose(0, 50)
         from last in Gen.Choose(0, 50)
         from millis in Gen.Choose(1, 20_000)
         from between in Gen.Choose(0, 50).ListOf()
         from shaped in Gen.Elements(true, false, false)
         select new Stage($"{first} to {last}", first, last, TimeSpan.FromMilliseconds(millis), WarmUp: false)
         {
             Shape = shaped ? [first, .. between, last] : null,
         })
        .ListOf(3).Select(stages => new Profile("any", [.. stages])).ToArbitrary();

    [Fact]
    public void Held_users_all_start_at_once() =>
        Headcounts.Of(new ProfileBuilder().Hold(at: 500, 10.Seconds()).Build("hold")).ShouldBe([new Headcount(0, 500)]);

    [Fact]
    public void A_ramp_starts_its_users_evenly()
    {
        var due = Headcounts.Of(new ProfileBuilder().Ramp(to: 4, over: 4.Seconds()).Hold(1.Seconds()).Build("ramp"));
        due.ShouldBe([new(500_000, 1), new(1_500_000, 2), new(2_500_000, 3), new(3_500_000, 4)]);
    }

    [Fact]
    public void A_ramp_down_lets_them_go_evenly()
    {
        var due = Headcounts.Of(new ProfileBuilder().Hold(at: 2, 1.Seconds()).Ramp(to: 0, over: 2.Seconds()).Build("down"));
        due.ShouldBe([new(0, 2), new(1_500_000, 1), new(2_500_000, 0)]);
    }

    [Fact]
    public void Due_times_never_go_back_and_users_change_one_by_one_within_a_stage() =>
        Prop.ForAll(AnyProfile, profile =>
        {
            var due = Headcounts.Of(profile).ToList();
            return due.Zip(due.Skip(1)).All(p => p.First.Micros <= p.Second.Micros) && due.All(d => d.Users is >= 0 and <= 50);
        }).Holds();

    [Fact]
    public void At_every_moment_the_users_are_those_that_the_profile_wants() =>
        Prop.ForAll(AnyProfile, profile =>
        {
            var due = Headcounts.Of(profile).ToList();
            return Enumerable.Range(0, 300).Select(i => profile.Duration * (i / 300.0)).All(time =>
            {
                // At the very microsecond of a change, either side of it is right.
                var micros = time.Ticks / 10;
                if (due.Exists(d => Math.Abs(d.Micros - micros) <= 1)) return true;
                return due.LastOrDefault(d => d.Micros <= micros).Users == profile.UsersAt(time);
            });
        }).Holds();
}

using FsCheck;
using FsCheck.Fluent;
using PerfGate.Load.Profiles;

namespace PerfGate.Load.Tests.Profiles;

public sealed class CountingArrivals
{
    // Rates from none through fractions to the machine's limits, in stages from a millisecond to hours, with closed ones between.
    static readonly Gen<double> AnyRate = Gen.Elements(0, 0.001, 0.3, 1, 7.5, 50, 999.9, 20_000, 1_000_000);

    static readonly Arbitrary<Profile> AnyProfile =
        (from rates in Gen.Zip(AnyRate, AnyRate)
         from millis in Gen.Elements(1, 40, 1000, 12_345, 3_600_000)
         from closed in Gen.Frequency((1, Gen.Constant(true)), (4, Gen.Constant(false)))
         select closed
             ? new Stage("closed", 1, 1, TimeSpan.FromMilliseconds(millis), WarmUp: false)
             : new Stage("open", 0, 0, TimeSpan.FromMilliseconds(millis), WarmUp: false) { Arrivals = new(rates.Item1, rates.Item2) })
        .ListOf(4).Select(stages => new Profile("any", [.. stages])).ToArbitrary();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0.5)]
    [InlineData(5, 12.5)]
    [InlineData(10, 50)]
    [InlineData(20, 150)]
    [InlineData(25, 187.5)]
    [InlineData(30, 200)]
    [InlineData(99, 200)]
    public void Arrivals_are_the_integral_of_the_rate(double seconds, double count) =>
        new ProfileBuilder().RampRate(to: 10, over: 10.Seconds()).HoldRate(10.Seconds()).RampRate(to: 0, over: 10.Seconds())
            .Build("hill").Arrivals().CountBy(seconds).ShouldBe(count, tolerance: 1e-9);

    [Fact]
    public void Closed_stages_add_nothing()
    {
        var arrivals = new ProfileBuilder().HoldRate(5, 2.Seconds()).Hold(at: 3, 10.Seconds()).HoldRate(1, 4.Seconds()).Build("mixed").Arrivals();
        arrivals.CountBy(2).ShouldBe(10);
        arrivals.CountBy(11).ShouldBe(10);
        arrivals.Total.ShouldBe(14);
        arrivals.WhenBy(10).ShouldBe(2);
        arrivals.WhenBy(10.5).ShouldBe(12.5);
    }

    [Fact]
    public void Arrivals_never_fall() =>
        Prop.ForAll(AnyProfile, profile =>
        {
            var counts = Moments(profile).Select(profile.Arrivals().CountBy).ToList();
            return counts.Zip(counts.Skip(1)).All(p => p.First <= p.Second + 1e-9 * p.Second);
        }).Holds();

    [Fact]
    public void The_moment_of_a_count_is_the_moment_at_which_so_many_have_come() =>
        Prop.ForAll(AnyProfile, profile =>
        {
            var arrivals = profile.Arrivals();
            return Enumerable.Range(1, 200).Select(i => arrivals.Total * i / 200).All(count =>
                Math.Abs(arrivals.CountBy(arrivals.WhenBy(count)) - count) <= 1e-9 * arrivals.Total);
        }).Holds();

    [Fact]
    public void Where_the_rate_is_not_zero_a_moment_comes_back_from_its_count() =>
        Prop.ForAll(AnyProfile, profile =>
        {
            var arrivals = profile.Arrivals();
            var start = 0.0;
            foreach (var stage in profile.Stages)
            {
                var lasts = stage.Duration.TotalSeconds;
                if (stage.Arrivals is { FromRate: >= 0.3, ToRate: >= 0.3 })
                    foreach (var time in Enumerable.Range(1, 19).Select(i => start + lasts * i / 20))
                        if (Math.Abs(arrivals.WhenBy(arrivals.CountBy(time)) - time) > 1e-6) return false;
                start += lasts;
            }

            return true;
        }).Holds();

    [Fact]
    public void The_moments_of_a_ramp_from_and_to_nothing_are_exact()
    {
        var up = new ProfileBuilder().RampRate(to: 2, over: 1.Seconds()).Build("up").Arrivals();
        up.WhenBy(0.25).ShouldBe(0.5, tolerance: 1e-15);
        up.WhenBy(1e-30).ShouldBe(1e-15, tolerance: 1e-27);
        var down = new ProfileBuilder().HoldRate(2, 1.Seconds()).RampRate(to: 0, over: 1.Seconds()).Build("down").Arrivals();
        down.WhenBy(2.75).ShouldBe(1.5, tolerance: 1e-15);
        down.WhenBy(3).ShouldBe(2);
        down.WhenBy(4).ShouldBe(2);
    }

    static IEnumerable<double> Moments(Profile profile) =>
        Enumerable.Range(0, 400).Select(i => profile.Duration.TotalSeconds * i / 399);
}

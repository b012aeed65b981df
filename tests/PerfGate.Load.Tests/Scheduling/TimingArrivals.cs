using FsCheck;
using FsCheck.Fluent;
using PerfGate.Load.Profiles;
using PerfGate.Load.Scheduling;

namespace PerfGate.Load.Tests.Scheduling;

public sealed class TimingArrivals
{
    static readonly Arbitrary<Profile> AnyProfile =
        (from rates in Gen.Zip(Gen.Choose(0, 400), Gen.Choose(0, 400))
         from millis in Gen.Choose(1, 20_000)
         select new Stage("any", 0, 0, TimeSpan.FromMilliseconds(millis), WarmUp: false) { Arrivals = new(rates.Item1 / 4.0, rates.Item2 / 4.0) })
        .ListOf(3).Select(stages => new Profile("any", [.. stages])).ToArbitrary();

    [Fact]
    public void Held_arrivals_are_evenly_spread_half_a_gap_from_either_end() =>
        Times(new ProfileBuilder().HoldRate(4, 1.Seconds()).Build("hold")).ShouldBe([125_000, 375_000, 625_000, 875_000]);

    [Fact]
    public void A_rate_below_one_has_its_arrivals_too() =>
        Times(new ProfileBuilder().HoldRate(0.25, 8.Seconds()).Build("slow")).ShouldBe([2_000_000, 6_000_000]);

    [Fact]
    public void Arrivals_never_go_back_and_stay_within_the_profile() =>
        Prop.ForAll(AnyProfile, profile =>
        {
            var times = Times(profile);
            return times.Zip(times.Skip(1)).All(p => p.First <= p.Second) && times.All(t => t >= 0 && t <= profile.Duration.TotalMicroseconds + 1);
        }).Holds();

    [Fact]
    public void In_any_span_their_number_is_within_one_of_the_integral_of_the_rate() =>
        Prop.ForAll(AnyProfile, Gen.Choose(0, 1000).Two().ToArbitrary(), (profile, span) =>
        {
            var (arrivals, end) = (profile.Arrivals(), profile.Duration.TotalMicroseconds);
            var (from, to) = (Math.Min(span.Item1, span.Item2) / 1000.0 * end, Math.Max(span.Item1, span.Item2) / 1000.0 * end);
            var count = Times(profile).Count(t => t >= from && t < to);

            // Due times are whole microseconds, in which at most 1e-4 of an arrival comes.
            return Math.Abs(count - (arrivals.CountBy(to / 1e6) - arrivals.CountBy(from / 1e6))) <= 1.001;
        }).Holds();

    [Fact]
    public void Poisson_arrivals_have_the_mean_and_the_variance_of_their_rate()
    {
        // A ramp, so that the rate is another in every span; 4,000 runs of it, counted in its two halves: 12.5 and 37.5 are due.
        var profile = new ProfileBuilder().RampRate(to: 10, over: 10.Seconds()).Poisson().Build("random");
        var halves = Enumerable.Range(0, 4000).Select(seed =>
        {
            var times = Times(profile, seed);
            return (First: (double)times.Count(t => t < 5_000_000), Second: (double)times.Count(t => t >= 5_000_000));
        }).ToList();

        // Bounds of some five standard errors: sqrt(mean / runs) for a mean, mean * sqrt(2 / runs) for a variance, nearly.
        (double Mean, double Variance) first = Moments(halves.Select(h => h.First)), second = Moments(halves.Select(h => h.Second));
        first.Mean.ShouldBe(12.5, tolerance: 0.3);
        first.Variance.ShouldBe(12.5, tolerance: 1.5);
        second.Mean.ShouldBe(37.5, tolerance: 0.5);
        second.Variance.ShouldBe(37.5, tolerance: 4.3);
        var together = halves.Average(h => (h.First - first.Mean) * (h.Second - second.Mean));
        (together / Math.Sqrt(first.Variance * second.Variance)).ShouldBe(0, tolerance: 0.08, "what came first says nothing of what comes later");
    }

    [Fact]
    public void The_gaps_of_a_held_poisson_rate_are_exponential()
    {
        var times = Times(new ProfileBuilder().HoldRate(100, 200.Seconds()).Poisson().Build("random"));
        var gaps = times.Zip(times.Skip(1)).Select(p => (p.Second - p.First) / 1e6).Order().ToList();
        foreach (var share in new[] { 0.1, 0.5, 0.9, 0.99 })
            gaps[(int)(share * gaps.Count)].ShouldBe(-Math.Log(1 - share) / 100, tolerance: 0.1 * -Math.Log(1 - share) / 100);
    }

    [Fact]
    public void The_same_seed_gives_the_same_arrivals()
    {
        var profile = new ProfileBuilder().HoldRate(50, 2.Seconds()).Poisson().Build("random");
        Times(profile, seed: 3).ShouldBe(Times(profile, seed: 3));
        Times(profile, seed: 3).ShouldNotBe(Times(profile, seed: 4));
    }

    static List<long> Times(Profile profile, int seed = 1)
    {
        var source = new ArrivalTimes(profile, Seeds.Random(seed, 0, SeedStream.Arrivals));
        var times = new List<long>();
        while (source.Next() is { } time) times.Add(time);
        return times;
    }

    static (double Mean, double Variance) Moments(IEnumerable<double> values)
    {
        var list = values.ToList();
        var mean = list.Average();
        return (mean, list.Average(v => (v - mean) * (v - mean)));
    }
}

namespace PerfGate.Load.Profiles;

/// <summary>
/// The load of an open stage: tasks arrive at a rate that goes in a straight line from <paramref name="FromRate"/> to
/// <paramref name="ToRate"/> (equal: it is held), whatever the system under test makes of them.
/// </summary>
/// <param name="FromRate">Arrivals per second at the stage's start; fractions are fine, also below 1.</param>
/// <param name="ToRate">Arrivals per second at its end.</param>
public sealed record Arrivals(double FromRate, double ToRate)
{
    /// <summary>No stage has more arrivals per second than this.</summary>
    public const double HighestRate = 1_000_000;

    /// <summary>The higher of the two rates.</summary>
    public double PeakRate => Math.Max(FromRate, ToRate);

    /// <summary>The rate at a moment after the stage's start, per second.</summary>
    internal double RateAt(double seconds, double duration) => FromRate + (ToRate - FromRate) * Math.Clamp(seconds / duration, 0, 1);

    /// <summary>How many have arrived at a moment after the stage's start: the integral of the rate.</summary>
    internal double CountBy(double seconds, double duration)
    {
        var elapsed = Math.Clamp(seconds, 0, duration);
        return elapsed * (FromRate + (ToRate - FromRate) * elapsed / (2 * duration));
    }

    /// <summary>The moment at which so many have arrived; the inverse of <see cref="CountBy"/>.</summary>
    internal double WhenBy(double count, double duration)
    {
        if (count <= 0) return 0;
        // The root of a quadratic, with the difference of two near numbers multiplied out: exact for held rates, and stable
        // for ramps however flat they are and also where they begin or end at zero.
        var slope = (ToRate - FromRate) / duration;
        var root = Math.Sqrt(Math.Max(0, FromRate * FromRate + 2 * slope * count));
        return Math.Min(duration, 2 * count / (FromRate + root));
    }

    internal static bool IsRate(double rate) => rate is >= 0 and <= HighestRate;
}

namespace PerfGate.Statistics;

/// <summary>An estimate and the interval in which the true value is believed to lie.</summary>
public readonly record struct Interval
{
    /// <summary>Makes an interval around an estimate.</summary>
    /// <exception cref="ArgumentException">A number is not finite, or they are not in ascending order.</exception>
    public Interval(double lower, double estimate, double upper)
    {
        if (!(double.IsFinite(lower) && double.IsFinite(upper) && lower <= estimate && estimate <= upper))
            throw new ArgumentException($"An estimate lies within finite bounds, but these are {lower} <= {estimate} <= {upper}.", nameof(estimate));
        (Lower, Estimate, Upper) = (lower, estimate, upper);
    }

    /// <summary>Its lower end.</summary>
    public double Lower { get; }

    /// <summary>The best single guess.</summary>
    public double Estimate { get; }

    /// <summary>Its upper end.</summary>
    public double Upper { get; }

    /// <summary>Whether a value lies in it, ends included.</summary>
    public bool Contains(double value) => Lower <= value && value <= Upper;

    /// <summary>Whether all of it lies strictly between two values.</summary>
    public bool LiesWithin(double lower, double upper) => lower < Lower && Upper < upper;

    /// <summary>Every number moved by the same amount.</summary>
    public Interval Plus(double amount) => new(Lower + amount, Estimate + amount, Upper + amount);
}

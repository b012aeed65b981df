using MathNet.Numerics.Distributions;

namespace PerfGate.Statistics.Paired;

/// <summary>
/// What <see cref="TwoLook"/> can see of one metric: how often it finds a change, the smallest that it finds, and how many rounds
/// it takes.
/// </summary>
/// <remarks>
/// An approximation. In each look the mean of n rounds lies around the change with variance session² + round² / n, the sessions of
/// the two looks being independent; it has to pass t(n - 1), at alpha over the number of metrics in the screen and beyond the
/// margin in the confirmation, which is the noncentral t distribution in its normal form (Johnson and Welch, Biometrika 31, 1940).
/// Splitting alpha is right for independent metrics; where they move together the joint test sees more. Take the
/// deviations from <see cref="PairedNoise"/>, which counts rare wild rounds as the test does. By simulation it is
/// within 0.03 of the truth for normal rounds, and up to 0.1 too hopeful where one round in ten is four times as wide.
/// </remarks>
public sealed record TwoLookPower
{
    // Beyond so many rounds nobody waits.
    const int MostRounds = 1_000;

    // Largest change looked for, as a logarithm: e times as slow.
    const double LargestChange = 1;

    /// <summary>The numbers of the rule.</summary>
    public TwoLookRule Rule { get; init; } = TwoLookRule.Usual;

    /// <summary>Standard deviation of one round's log-ratio within a session, see <see cref="PairedNoise.Round"/>; above zero.</summary>
    public required double RoundDeviation { get; init => field = Deviation(value, value > 0); }

    /// <summary>Standard deviation of the change between sessions of the same two builds, as a logarithm; zero or above.</summary>
    public required double SessionDeviation { get; init => field = Deviation(value, value >= 0); }

    /// <summary>How many metrics the screen tests together; at least 1.</summary>
    public int Metrics
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "There is at least one metric.");
    } = 1;

    /// <summary>How often a change is confirmed, 0 to 1.</summary>
    /// <param name="change">The true one, as a ratio minus one; zero or above, as faster is the mirror image.</param>
    /// <param name="screenRounds">At least 2.</param>
    /// <param name="confirmRounds">At least 2.</param>
    public double Of(double change, int screenRounds, int confirmRounds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(change);
        return OfLog(LogRatio.OfChange(change), screenRounds, confirmRounds);
    }

    /// <summary>The smallest change, as a ratio minus one, that is found so often; null when even e times as slow is not, or the rounds are too few.</summary>
    /// <param name="screenRounds">At least 2.</param>
    /// <param name="confirmRounds">At least 2.</param>
    /// <param name="power">How often, between 0 and 1.</param>
    public double? SmallestChange(int screenRounds, int confirmRounds, double power = 0.8)
    {
        CheckPower(power);
        var (low, high) = (0.0, LargestChange);
        if (OfLog(high, screenRounds, confirmRounds) < power) return null;
        while (high - low > 1e-9)
        {
            var middle = (low + high) / 2;
            if (OfLog(middle, screenRounds, confirmRounds) < power) low = middle;
            else high = middle;
        }

        return LogRatio.ToChange(high);
    }

    /// <summary>
    /// How many rounds in each of the two looks find a change so often; null when no thousand do, as the sessions differ too much
    /// for it.
    /// </summary>
    /// <param name="change">The true one, as a ratio minus one; above zero.</param>
    /// <param name="power">How often, between 0 and 1.</param>
    public int? Rounds(double change, double power = 0.8)
    {
        CheckPower(power);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(change);
        var (low, high) = (2, MostRounds);
        if (Of(change, high, high) < power) return null;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Of(change, middle, middle) < power) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The fewest rounds whose flips reach both error rates: with 2^n flips no p is smaller than 1 / 2^n.</summary>
    public int FewestRounds => Math.Max(Fewest(Rule.ScreenAlpha), Fewest(Rule.ConfirmAlpha));

    double OfLog(double change, int screenRounds, int confirmRounds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(screenRounds, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(confirmRounds, 2);
        // However large the change: so few rounds have no flips enough to be sure of it.
        if (screenRounds < Fewest(Rule.ScreenAlpha) || confirmRounds < Fewest(Rule.ConfirmAlpha)) return 0;
        var (screen, confirm) = (Rule.ScreenAlpha / Metrics, Rule.ConfirmAlpha);
        return Math.Min(Passing(change, screenRounds, screen), Above(change - Rule.ScreenFor(SessionDeviation), screenRounds))
            * Passing(change - Rule.MarginFor(SessionDeviation), confirmRounds, confirm);
    }

    static int Fewest(double alpha) => (int)Math.Ceiling(-Math.Log2(alpha));

    // The test of a look.
    double Passing(double excess, int rounds, double alpha)
    {
        var freedom = rounds - 1;
        var critical = StudentQuantile.Upper(freedom, alpha);
        var error = Error(rounds);
        var spread = Math.Sqrt(1 + Square(SessionDeviation / error) + Square(critical) / (2 * freedom));
        return Normal.CDF(0, 1, (excess / error - critical * (1 - 1.0 / (4 * freedom))) / spread);
    }

    // The estimate of a look.
    double Above(double excess, int rounds) => Normal.CDF(0, 1, excess / double.Hypot(SessionDeviation, Error(rounds)));

    double Error(int rounds) => RoundDeviation / Math.Sqrt(PairedNoise.Efficiency * rounds);

    static double Square(double x) => x * x;

    static double Deviation(double value, bool fits) =>
        fits && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A round's deviation is above zero, a session's not below.");

    static void CheckPower(double power)
    {
        if (!(power is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(power), power, "A power lies between 0 and 1.");
    }
}

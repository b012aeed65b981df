namespace PerfGate.Statistics.Paired;

/// <summary>
/// Whether a change is shown to be small, which is more than not being shown to be large: two one-sided tests (Schuirmann,
/// Journal of Pharmacokinetics and Biopharmaceutics 15, 1987), as the Hodges-Lehmann interval that leaves alpha out at each end
/// and lies wholly within the margin.
/// </summary>
/// <remarks>
/// The interval knows the rounds of one session. Where the deviation between sessions is known, give it, and the interval is
/// widened by it in quadrature; without, a session that is off as a whole is taken for the change.
/// </remarks>
public sealed record Equivalence
{
    Equivalence(Interval change, double margin) => (Change, Margin) = (change, margin);

    /// <summary>The change as a logarithm, with the interval that has to fit.</summary>
    public Interval Change { get; }

    /// <summary>How large a change still counts as none, as a ratio minus one.</summary>
    public double Margin { get; }

    /// <summary>Whether the change is shown to lie between 1 / (1 + margin) and 1 + margin.</summary>
    public bool Shown => Change.LiesWithin(-LogRatio.OfChange(Margin), LogRatio.OfChange(Margin));

    /// <summary>The smallest margin, as a ratio minus one, within which these rounds show the change to lie; an open end.</summary>
    public double SmallestMargin => LogRatio.ToChange(Math.Max(-Change.Lower, Change.Upper));

    /// <summary>The tests; null when there are too few rounds for such an interval: alpha 0.05 takes five.</summary>
    /// <param name="logRatios">One per round, see <see cref="PairedLogRatios"/>.</param>
    /// <param name="margin">As a ratio minus one, above zero: 0.05 is 5 % either way, equally far as a ratio.</param>
    /// <param name="alpha">Of each test, and so of a false "small"; between 0 and 0.5.</param>
    /// <param name="sessionDeviation">Standard deviation of the change between sessions of the same two builds, as a logarithm.</param>
    /// <exception cref="ArgumentOutOfRangeException">Margin, alpha or deviation is out of its range.</exception>
    public static Equivalence? Of(IReadOnlyCollection<double> logRatios, double margin, double alpha = 0.05, double sessionDeviation = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(margin);
        ArgumentOutOfRangeException.ThrowIfNegative(sessionDeviation);
        if (!(alpha is > 0 and < 0.5)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "An error rate of one side lies between 0 and 0.5.");
        if (HodgesLehmann.Of(logRatios, 1 - 2 * alpha) is not { Middle: var known }) return null;
        var session = Confidence.Deviations(1 - 2 * alpha) * sessionDeviation;
        return new Equivalence(
            new Interval(
                known.Estimate - double.Hypot(known.Estimate - known.Lower, session),
                known.Estimate,
                known.Estimate + double.Hypot(known.Upper - known.Estimate, session)),
            margin);
    }
}

namespace PerfGate.Statistics.Paired;

/// <summary>The numbers that <see cref="TwoLook"/> decides by; changes as a ratio minus one.</summary>
public sealed record TwoLookRule
{
    /// <summary>The usual rule.</summary>
    public static TwoLookRule Usual { get; } = new();

    /// <summary>
    /// Whether the screen's test takes the rounds of a cluster as one: what they have in common, such as the start of their
    /// processes, then cannot be taken for a change.
    /// </summary>
    public bool ScreenByCluster { get; init; }

    /// <summary>Chance that the screen flags anything as slower when nothing is, of all metrics together; as often for faster.</summary>
    public double ScreenAlpha { get; init => field = Share(value); } = 0.05;

    /// <summary>
    /// How many margins the screen's estimate has to reach beside; see <see cref="MarginFor"/>. What is smaller would hardly be
    /// confirmed, but costs a second look.
    /// </summary>
    /// <remarks>
    /// By simulation (3,000 sessions of 8 metrics, 10 + 12 rounds of deviation 1.5 %, sessions of 2 %), where 2 % was asked for
    /// whatever the sessions differ by, 91 % of clean decisions took a second look and 0.8 % ended as slower; at 1.25 margins
    /// 10 % and 0.07 %, while 10 % slower was found in 97.8 % of sessions instead of 98.6 %.
    /// </remarks>
    public double ScreenFactor { get; init => field = Change(value); } = 1.25;

    /// <summary>Chance that the confirmation finds anything beyond its margin when nothing is, of all flagged metrics together.</summary>
    public double ConfirmAlpha { get; init => field = Share(value); } = 0.025;

    /// <summary>The least that a confirmed change has to be beyond.</summary>
    public double SmallestMargin { get; init => field = Change(value); } = 0.02;

    /// <summary>How many deviations between sessions a confirmed change has to be beyond.</summary>
    public double SessionFactor { get; init => field = Change(value); } = 2;

    /// <summary>How large a change counts as none when equivalence is asked for.</summary>
    public double EquivalenceMargin { get; init => field = Change(value); } = 0.05;

    /// <summary>Chance of a false "none", per metric.</summary>
    public double EquivalenceAlpha { get; init => field = Share(value); } = 0.05;

    /// <summary>How far a metric has to be off in the confirmation, as a logarithm.</summary>
    /// <param name="sessionDeviation">The metric's standard deviation between sessions, as a logarithm; null when not known yet.</param>
    public double MarginFor(double? sessionDeviation)
    {
        if (sessionDeviation is { } known && !(known >= 0 && double.IsFinite(known)))
            throw new ArgumentOutOfRangeException(nameof(sessionDeviation), known, "A deviation is not negative.");
        return Math.Max(LogRatio.OfChange(SmallestMargin), SessionFactor * sessionDeviation ?? 0);
    }

    /// <summary>How far a metric's estimate has to be off in the screen, as a logarithm.</summary>
    /// <param name="sessionDeviation">The metric's standard deviation between sessions, as a logarithm; null when not known yet.</param>
    public double ScreenFor(double? sessionDeviation) => ScreenFactor * MarginFor(sessionDeviation);

    static double Share(double value) =>
        value is > 0 and < 0.5 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "An error rate lies between 0 and 0.5.");

    static double Change(double value) =>
        value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "This is not negative.");
}

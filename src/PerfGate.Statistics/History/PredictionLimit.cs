namespace PerfGate.Statistics.History;

/// <summary>
/// How far the next session may lie from earlier ones before it is news: mean ± t(k - 1) s √(1 + 1/k), where k sessions were seen
/// (Hahn and Meeker, Statistical Intervals, 1991, section 4.7). With few sessions it is wide, as it should be.
/// </summary>
/// <remarks>Sessions are taken as normal and independent; give logarithms of times, which are nearer to that than times.</remarks>
public sealed record PredictionLimit
{
    PredictionLimit(int count, double mean, double deviation, double reach) =>
        (Count, Mean, Deviation, Reach) = (count, mean, deviation, reach);

    /// <summary>How many sessions it rests on.</summary>
    public int Count { get; }

    /// <summary>Their mean, in the unit given.</summary>
    public double Mean { get; }

    /// <summary>Their standard deviation, with k - 1.</summary>
    public double Deviation { get; }

    /// <summary>From the mean to either limit.</summary>
    public double Reach { get; }

    /// <summary>Below it: lower than sessions of the same build go.</summary>
    public double Lower => Mean - Reach;

    /// <summary>Above it: higher than sessions of the same build go.</summary>
    public double Upper => Mean + Reach;

    /// <summary>
    /// Whether the sessions differ at all. Ones that agree to the last digit are copies, or were rounded; how far the next may lie
    /// cannot be told from them.
    /// </summary>
    public bool HasSpread => Deviation > 0;

    /// <summary>A limit on one side, <see cref="Upper"/> or <see cref="Lower"/>.</summary>
    /// <param name="sessions">One finite value of each; null comes back for fewer than two.</param>
    /// <param name="alpha">Chance of a false alarm, of all metrics together; between 0 and 0.5.</param>
    /// <param name="metrics">How many metrics share that chance (Bonferroni); at least 1.</param>
    public static PredictionLimit? OneSided(IReadOnlyCollection<double> sessions, double alpha, int metrics = 1) =>
        Of(sessions, alpha, metrics, sides: 1);

    /// <summary>Limits on both sides, half of alpha beyond each.</summary>
    /// <param name="sessions">One finite value of each; null comes back for fewer than two.</param>
    /// <param name="alpha">Chance of a false alarm, of all metrics and both sides together; between 0 and 0.5.</param>
    /// <param name="metrics">How many metrics share that chance (Bonferroni); at least 1.</param>
    public static PredictionLimit? TwoSided(IReadOnlyCollection<double> sessions, double alpha, int metrics = 1) =>
        Of(sessions, alpha, metrics, sides: 2);

    /// <summary>Whether a new session lies above; null when it is not the mean and the sessions have no spread to judge it by.</summary>
    public bool? IsAbove(double value) => HasSpread || value == Mean ? value > Upper : null;

    /// <summary>Whether a new session lies below; null when it is not the mean and the sessions have no spread to judge it by.</summary>
    public bool? IsBelow(double value) => HasSpread || value == Mean ? value < Lower : null;

    static PredictionLimit? Of(IReadOnlyCollection<double> sessions, double alpha, int metrics, int sides)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentOutOfRangeException.ThrowIfLessThan(metrics, 1);
        if (!(alpha is > 0 and < 0.5)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "An error rate lies between 0 and 0.5.");
        if (!sessions.All(double.IsFinite)) throw new ArgumentException("A session has a finite value, or is left out.", nameof(sessions));
        if (sessions.Count < 2) return null;
        var mean = sessions.Average();
        // Equal values must not get a spread from the rounding of their mean.
        if (sessions.Distinct().Count() == 1) return new PredictionLimit(sessions.Count, sessions.First(), deviation: 0, reach: 0);
        var deviation = Math.Sqrt(sessions.Sum(value => (value - mean) * (value - mean)) / (sessions.Count - 1));
        var t = StudentQuantile.Upper(sessions.Count - 1, alpha / sides / metrics);
        return new PredictionLimit(sessions.Count, mean, deviation, t * deviation * Math.Sqrt(1 + 1.0 / sessions.Count));
    }
}

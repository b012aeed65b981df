namespace PerfGate.Statistics.Paired;

/// <summary>
/// The decision about a change in two looks. The screen asks whether any metric moved within one session; what it flags is
/// measured again in fresh processes and has to be beyond a margin that sessions of the same build do not differ by. More rounds
/// cannot replace the second look: a session that is off stays off for as long as it lasts.
/// </summary>
/// <remarks>Pure: it is given rounds and says what they mean. There are two looks and no third. A metric of which a round lacks a side is judged
/// by the other rounds, and one of no round at all by nothing: its p is null, and whoever asks has to say so.</remarks>
public static class TwoLook
{
    /// <summary>The first look: which metrics moved, tested jointly.</summary>
    /// <param name="rounds">All gated metrics.</param>
    /// <param name="rule">The numbers.</param>
    /// <param name="sessionDeviation">Per metric, between sessions, as a logarithm; null when not known.</param>
    /// <param name="random">Draws flips where there are too many to try all.</param>
    public static IReadOnlyList<ScreenedMetric> Screen(
        PairedLogRatios rounds, TwoLookRule rule, Func<string, double?> sessionDeviation, Random random)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(sessionDeviation);
        var slower = SignFlipMaxT.Of(rounds, random, rule.ScreenByCluster).Metrics;
        var faster = SignFlipMaxT.Of(rounds.Swapped(), random, rule.ScreenByCluster).Metrics;
        return [.. slower.Zip(faster, (up, down) =>
        {
            var ratios = rounds.Of(up.Metric);
            var session = sessionDeviation(up.Metric);
            var change = Estimate(ratios);
            return new ScreenedMetric(up.Metric, up.Rounds, change, Equivalent(ratios, rule, session), up.P, down.P, Flag());

            Direction? Flag()
            {
                var least = rule.ScreenFor(session);
                if (up.P <= rule.ScreenAlpha && change >= least) return Direction.Slower;
                return down.P <= rule.ScreenAlpha && change <= -least ? Direction.Faster : null;
            }
        })];
    }

    /// <summary>The second look: which of the flagged metrics are confirmed.</summary>
    /// <param name="rounds">New rounds of new processes; metrics that were not flagged are passed over.</param>
    /// <param name="screened">What the first look said.</param>
    /// <param name="rule">The same numbers.</param>
    /// <param name="sessionDeviation">Per metric, between sessions, as a logarithm; null when not known.</param>
    /// <param name="random">Draws flips where there are too many to try all.</param>
    /// <returns>Each flagged metric once, also when no new round has it.</returns>
    public static IReadOnlyList<ConfirmedMetric> Confirm(
        PairedLogRatios rounds, IEnumerable<ScreenedMetric> screened, TwoLookRule rule, Func<string, double?> sessionDeviation, Random random)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        ArgumentNullException.ThrowIfNull(screened);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(sessionDeviation);
        var flagged = screened.Where(metric => metric.Flag is not null)
            .ToDictionary(metric => metric.Metric, metric => metric.Flag!.Value, StringComparer.Ordinal);
        var measured = rounds.Only(flagged.Keys.Intersect(rounds.Metrics, StringComparer.Ordinal));
        // Each in the direction of its flag, and the margin taken off.
        var tested = SignFlipMaxT.Of(measured.Each((metric, ratio) => Toward(flagged[metric], ratio) - Margin(metric)), random);
        var answers = tested.Metrics.ToDictionary(answer => answer.Metric, answer => answer.P, StringComparer.Ordinal);
        return [.. flagged.Select(flag => Confirmed(flag.Key, flag.Value))];

        double Margin(string metric) => rule.MarginFor(sessionDeviation(metric));

        ConfirmedMetric Confirmed(string metric, Direction flag)
        {
            var ratios = measured.Metrics.Contains(metric, StringComparer.Ordinal) ? measured.Of(metric) : [];
            var p = answers.GetValueOrDefault(metric);
            return new ConfirmedMetric(
                metric, flag, ratios.Count, Estimate(ratios), Equivalent(ratios, rule, sessionDeviation(metric)),
                Margin(metric), p, p <= rule.ConfirmAlpha);
        }
    }

    static double? Estimate(IReadOnlyList<double> ratios) => ratios.Count == 0 ? null : HodgesLehmann.Estimate(ratios);

    static Equivalence? Equivalent(IReadOnlyList<double> ratios, TwoLookRule rule, double? sessionDeviation) =>
        Equivalence.Of(ratios, rule.EquivalenceMargin, rule.EquivalenceAlpha, sessionDeviation ?? 0);

    static double Toward(Direction direction, double ratio) => direction == Direction.Slower ? ratio : -ratio;
}

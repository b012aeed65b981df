namespace PerfGate.Statistics.Paired;

/// <summary>
/// ln(candidate / baseline) per round and metric: the unit of every decision is the round, as requests of one run are far from
/// independent. What one side of a round lacks is null there, and never zero.
/// </summary>
public sealed class PairedLogRatios
{
    readonly double?[][] _ratios; // by round, then by metric

    PairedLogRatios(string[] metrics, int[] clusters, double?[][] ratios) => (Metrics, Clusters, _ratios) = (metrics, clusters, ratios);

    /// <summary>Every metric that any round has on either side, in ordinal order.</summary>
    public IReadOnlyList<string> Metrics { get; }

    /// <summary>The restart block of each round.</summary>
    public IReadOnlyList<int> Clusters { get; }

    /// <summary>How many rounds there are, whatever each of them lacks.</summary>
    public int Rounds => _ratios.Length;

    /// <summary>Takes the logarithms.</summary>
    /// <param name="rounds">In any order; none is fine.</param>
    /// <exception cref="ArgumentException">A value is zero, negative or not finite.</exception>
    public static PairedLogRatios Of(IReadOnlyList<PairedRound> rounds)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        string[] metrics = [.. rounds.SelectMany(round => round.Baseline.Keys.Concat(round.Candidate.Keys))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new PairedLogRatios(
            metrics,
            [.. rounds.Select(round => round.Cluster)],
            [.. rounds.Select(round => Array.ConvertAll(metrics, metric => Ratio(round, metric)))]);
    }

    /// <summary>The ratio of one round; null where a side lacks the metric.</summary>
    /// <param name="round">From 0.</param>
    /// <param name="metric">The place in <see cref="Metrics"/>.</param>
    public double? this[int round, int metric] => _ratios[round][metric];

    /// <summary>The ratios of one metric, of the rounds that have it.</summary>
    /// <exception cref="ArgumentException">There is no such metric.</exception>
    public IReadOnlyList<double> Of(string metric)
    {
        var place = Place(metric);
        return [.. _ratios.Select(round => round[place]).OfType<double>()];
    }

    /// <summary>The same rounds with these metrics only, in this order.</summary>
    /// <exception cref="ArgumentException">There is no such metric.</exception>
    public PairedLogRatios Only(IEnumerable<string> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        var names = metrics.ToArray();
        var places = Array.ConvertAll(names, Place);
        return new PairedLogRatios(names, [.. Clusters], Array.ConvertAll(_ratios, round => Array.ConvertAll(places, place => round[place])));
    }

    /// <summary>The same rounds with candidate and baseline swapped.</summary>
    public PairedLogRatios Swapped() => Each((_, ratio) => -ratio);

    internal PairedLogRatios Each(Func<string, double, double> change) => new(
        [.. Metrics],
        [.. Clusters],
        Array.ConvertAll(_ratios, round => round.Select((ratio, place) => ratio is { } value ? change(Metrics[place], value) : ratio).ToArray()));

    static double? Ratio(PairedRound round, string metric)
    {
        try
        {
            return LogRatio.Of(Side(round.Baseline, metric), Side(round.Candidate, metric));
        }
        catch (ArgumentOutOfRangeException wrong)
        {
            throw new ArgumentException(
                $"'{metric}' has no ratio in a round: {wrong.ActualValue} on the {wrong.ParamName}'s side. What was not measured is left out.",
                nameof(round), wrong);
        }
    }

    static double? Side(IReadOnlyDictionary<string, double> side, string metric) => side.TryGetValue(metric, out var value) ? value : null;

    int Place(string metric)
    {
        for (var place = 0; place < Metrics.Count; place++)
        {
            if (Metrics[place] == metric) return place;
        }

        throw new ArgumentException($"No round has '{metric}'.", nameof(metric));
    }
}

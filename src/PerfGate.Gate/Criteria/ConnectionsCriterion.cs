using System.Globalization;
using PerfGate.Environments.Probes;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Statistics;

namespace PerfGate.Gate.Criteria;

/// <summary>
/// The connections of each database stay well below their limit, and do not climb under an even load. A pool opens up when
/// load begins and then holds: only what goes on rising is a leak.
/// </summary>
internal sealed class ConnectionsCriterion : ICriterion
{
    /// <summary>How long the load has to be even for connections to be called stable.</summary>
    public static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(60);

    /// <summary>How long it has to be even for a rise to be called a leak: a pool may take minutes to open up.</summary>
    public static readonly TimeSpan LeastTimeToFail = TimeSpan.FromMinutes(3);

    /// <summary>From this share of the limit on connections are refused at the next moment; a few are kept for administrators.</summary>
    public const double NearLimit = 0.95;

    // A rise in 30 minutes, and one from the first third to the last, that is nobody's leak: the larger of a share and a number.
    const double Share = 0.1;
    const double FewestIn30Minutes = 2;
    const double FewestSeen = 3;

    // A rise has ended when less than this share of it fell between the middle third and the last.
    const double LateShare = 0.25;

    public bool NeedsLimit => false;

    public string Title(CriterionRecord criterion) => "Database connections stable and below their limit";

    public Answer Ask(CriterionRecord criterion, RunRecord run)
    {
        var load = SteadyLoad.Longest(run);
        var stores = (
            from resource in run.Resources
            from metric in resource.Metrics
            where IsConnections(metric) && (metric.Figure is not null || metric.Values.Any(v => v is not null))
            select Of(resource, metric, load)).ToList();
        return stores.Count == 0 ? Answer.Undecided("No probe read the connections of a database.") : Answer.Of(stores);
    }

    static bool IsConnections(MetricRecord metric) =>
        metric is { Kind: MetricKind.Gauge, Unit: MetricUnit.Count, Name: "all" } && metric.Chart.EndsWith("connections", StringComparison.Ordinal);

    static Answer Of(ResourceRecord store, MetricRecord metric, SteadyLoad? load)
    {
        var (at, peak) = Peak(store, metric);
        var (outcome, told) = peak >= NearLimit * metric.Limit
            ? (Outcome.Failed, at is { } second ? string.Create(CultureInfo.InvariantCulture, $"reached in second {second:0}") : "reached between two samples")
            : Rise(store, metric, load);
        var most = metric.Limit is { } limit ? $"{Number(peak)} of {Number(limit)}" : Number(peak);
        return new Answer(outcome, $"'{store.Service}' had {most} connections at most, {told}.") { Value = peak, Limit = metric.Limit };
    }

    // The figure may come from a moment between two samples: then its second is not known.
    static (double? At, double Count) Peak(ResourceRecord store, MetricRecord metric)
    {
        var (at, count) = store.Second.Zip(metric.Values).MaxBy(sample => sample.Second ?? double.MinValue);
        return count is null || metric.Figure > count ? (null, metric.Figure!.Value) : (at, count.Value);
    }

    static (Outcome Outcome, string Told) Rise(ResourceRecord store, MetricRecord metric, SteadyLoad? load)
    {
        if (load is null) return (Outcome.Undecided, "while the number of users never stood still");
        if (load.Seconds < LeastTime.TotalSeconds) return (Outcome.Undecided, TooShort(load, LeastTime));
        if (Third(0) is not { } first || Third(1) is not { } middle || Third(2) is not { } last || Trend.Of(store.Second, metric.Values, load.From, load.To) is not { } trend)
            return (Outcome.Undecided, "and could be read too seldom to tell more");

        var rise = last - first;
        if (rise < Math.Max(Share * first, FewestSeen)) return (Outcome.Passed, $"{Number(first)} in the first third of the even load and {Number(last)} in the last");
        if (last - middle < LateShare * rise) return (Outcome.Passed, $"and rose from {Number(first)} to {Number(middle)} before they held");
        var told = $"and went on rising: {Number(first)}, {Number(middle)} and {Number(last)} in the thirds of the even load";
        return load.Seconds < LeastTimeToFail.TotalSeconds ? (Outcome.Undecided, $"{told}; {TooShort(load, LeastTimeToFail)}")
            : trend.ClimbsAbove(Math.Max(Share * trend.Level, FewestIn30Minutes) / Trend.Horizon.TotalSeconds) ? (Outcome.Failed, $"{told}, {Number(Math.Round(trend.Slope * TimeSpan.SecondsPerHour))} more an hour")
            : (Outcome.Undecided, $"{told}, too unsteadily to tell");

        double? Third(int third)
        {
            var (from, length) = (load.From + third * load.Seconds / 3, load.Seconds / 3);
            var counts = store.Second.Zip(metric.Values).Where(s => s.First >= from && s.First < from + length).Select(s => s.Second).OfType<double>().ToList();
            return counts.Count == 0 ? null : Median.Of(counts);
        }
    }

    static string TooShort(SteadyLoad load, TimeSpan least) =>
        string.Create(CultureInfo.InvariantCulture, $"but {Math.Floor(load.Seconds):0} s of even load were measured and at least {least.TotalSeconds:0} s are needed to tell more");

    static string Number(double connections) => connections.ToString("#,0.#", CultureInfo.InvariantCulture);
}

using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>A cache that is asked all the time seldom has what is asked for.</summary>
internal sealed class CacheMisses : IFindingRule
{
    const double Enough = 0.8;

    // Records keep the share of hits and not the number of lookups: a share that is known of nearly every sample, under that
    // many requests, is of a cache that is really used.
    const long FewestRequests = 1_000;
    const int FewestSamples = 10;
    const double NearlyAll = 0.9;

    public IEnumerable<Finding> Look(RunRecord run)
    {
        if (Measured.Of(run) is not { } measured || run.Totals.Requests < FewestRequests) return [];
        return run.Resources.Select(resource => Cold(resource, measured)).OfType<Finding>();
    }

    static Finding? Cold(ResourceRecord resource, Measured measured)
    {
        if (Charts.Find(resource, Charts.RedisLookups, Charts.Hits) is not { Figure: < Enough and var hits } metric) return null;
        var (all, asked) = (resource.Second.Count(measured.Holds), measured.Samples(resource.Second, metric.Values).Count);
        return asked < FewestSamples || asked < all * NearlyAll ? null : new Finding(
            "cache-misses",
            "The cache seldom has what is asked for",
            $"{Words.Percent(hits)} of the key lookups of '{resource.Service}' were hits; it was asked in {asked} of {all} samples{Evidence.Between(measured.From, measured.To)}.",
            "See whether keys expire or are evicted too soon, hold what varies too much (times, ids of requests), or are asked for before anybody wrote them: warm the cache up longer.")
        {
            Meaning = "Each miss costs the trip to the cache and the work behind it as well.",
            FromSeconds = measured.From,
            ToSeconds = measured.To,
        };
    }
}

using PerfGate.Gate.History;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Statistics;

namespace PerfGate.Gate.Comparing;

/// <summary>One metric of one endpoint: each side's interval, the interval of the change, and what it says.</summary>
internal sealed class MetricComparison(ComparisonLimits limits, RunRecord baselineRun, RunRecord candidateRun)
{
    public Comparison Compare(string endpoint, string? method, string metric, EndpointRecord? baseline, EndpointRecord? candidate)
    {
        var blank = new Comparison
        {
            Endpoint = endpoint,
            Method = method,
            Metric = metric,
            Baseline = Value(metric, baseline),
            Candidate = Value(metric, candidate),
            Verdict = Verdict.Inconclusive,
        };
        if (baseline is null || candidate is null) return OneSided(blank, baseline, candidate);
        return metric switch
        {
            Metrics.ErrorRate => ErrorRate(blank, baseline, candidate),
            Metrics.RequestsPerSecond => Rate(blank, baseline, candidate),
            _ => Quantile(blank, Metrics.Quantile(metric)!.Value, baseline, candidate),
        };
    }

    // What was there and is gone keeps the run from passing; what is new has nothing to be held against.
    static Comparison OneSided(Comparison blank, EndpointRecord? baseline, EndpointRecord? candidate) => (baseline, candidate) switch
    {
        (null, null) => blank with { Note = "no requests in either run" },
        (null, _) => blank with { Note = "new: no requests in the baseline" },
        _ => blank with { Note = "no requests in this run", Gated = true },
    };

    Comparison Quantile(Comparison blank, double quantile, EndpointRecord baseline, EndpointRecord candidate)
    {
        var fewest = Math.Min(baseline.Requests, candidate.Requests);
        var (before, now) = (QuantileInterval.Of(baseline.ResponseTime, quantile, limits.Confidence), QuantileInterval.Of(candidate.ResponseTime, quantile, limits.Confidence));
        if (before is not { } b || now is not { } c)
            return Estimate(blank) with { Note = $"too few requests for an interval: {fewest}, and it takes {QuantileInterval.SmallestCount(quantile, limits.Confidence)}" };
        if (b.Lower <= 0 || c.Lower <= 0) return Estimate(blank) with { Note = "times of 0 us have no ratio" };
        var judged = Judge(blank, RatioInterval.Of(c, b, limits.Confidence, limits.SessionDeviation).Plus(-1));
        return fewest < limits.Fewest(blank.Metric)
            ? judged with { Note = $"shown only: {fewest} requests, and {blank.Metric} is judged from {limits.Fewest(blank.Metric)} on" }
            : judged with { Gated = true };
    }

    Comparison Rate(Comparison blank, EndpointRecord baseline, EndpointRecord candidate)
    {
        var (baselineSeconds, candidateSeconds) = (baselineRun.Totals.Seconds, candidateRun.Totals.Seconds);
        if (!(baselineSeconds > 0 && candidateSeconds > 0)) return blank with { Note = "no time passed" };
        var before = RateInterval.Of(baseline.Requests, baselineSeconds, limits.Confidence);
        var now = RateInterval.Of(candidate.Requests, candidateSeconds, limits.Confidence);
        var judged = Judge(blank, RatioInterval.Of(now, before, limits.Confidence, limits.SessionDeviation).Plus(-1));
        return blank.Method is not null ? judged with { Note = "shown only: how often users chose this endpoint is chance" }
            : OpenLoad.Is(candidateRun) ? judged with { Note = "shown only: how many requests arrive is given by the profile" }
            : judged with { Gated = true };
    }

    // Rates near zero have no useful ratio: the difference decides, and the ratio is given where both sides have failures.
    Comparison ErrorRate(Comparison blank, EndpointRecord baseline, EndpointRecord candidate)
    {
        var before = ProportionInterval.Wilson(baseline.Failures, baseline.Requests, limits.Confidence);
        var now = ProportionInterval.Wilson(candidate.Failures, candidate.Requests, limits.Confidence);
        var difference = ProportionInterval.Difference(now, before);
        var judged = blank with
        {
            Gated = true,
            Flagged = !difference.Contains(0),
            Verdict = difference.LiesWithin(-limits.ErrorRateTolerance, limits.ErrorRateTolerance) ? Verdict.Passed : Verdict.Inconclusive,
        };
        // With few requests not even two runs without a failure show equal rates. What stands out all the same takes part.
        var fewest = Math.Min(baseline.Requests, candidate.Requests);
        if (blank.Method is not null && !judged.Flagged && ProportionInterval.Wilson(0, fewest, limits.Confidence).Upper >= limits.ErrorRateTolerance)
            judged = judged with { Gated = false, Note = $"shown only: {fewest} requests are too few to tell" };
        if (baseline.Failures == 0) return judged with { Note = judged.Note ?? (candidate.Failures == 0 ? "no failures in either run" : "no failures in the baseline") };
        if (candidate.Failures == 0) return judged with { Change = -1, Note = judged.Note ?? "no failures in this run" };
        var ratio = RatioInterval.Of(now, before, limits.Confidence).Plus(-1);
        return judged with { Change = ratio.Estimate, Lower = ratio.Lower, Upper = ratio.Upper };
    }

    /// <summary>
    /// The CPU time of the whole system per request; null unless both runs measured the same services. It is a sum of clocks and
    /// has no sampling noise of its own: what sessions differ by is all of its interval.
    /// </summary>
    public Comparison? Cpu() => CpuUse.Of(baselineRun) is { } before && CpuUse.Of(candidateRun) is { } now && before.Services == now.Services
        ? Judge(
            new Comparison
            {
                Endpoint = EndpointRecord.AllRequests,
                Metric = Metrics.CpuPerRequest,
                Baseline = before.MicrosPerRequest,
                Candidate = now.MicrosPerRequest,
                Verdict = Verdict.Inconclusive,
            },
            RatioInterval.Of(Exactly(now), Exactly(before), limits.Confidence, limits.SessionDeviation).Plus(-1)) with { Gated = true }
        : null;

    static Interval Exactly(CpuUse use) => new(use.MicrosPerRequest, use.MicrosPerRequest, use.MicrosPerRequest);

    Comparison Judge(Comparison blank, Interval change) => blank with
    {
        Change = change.Estimate,
        Lower = change.Lower,
        Upper = change.Upper,
        Flagged = !change.Contains(0),
        Verdict = change.LiesWithin(-limits.Tolerance, limits.Tolerance) ? Verdict.Passed : Verdict.Inconclusive,
    };

    static Comparison Estimate(Comparison blank) =>
        blank with { Change = blank is { Baseline: > 0 and var before, Candidate: { } now } ? now / before - 1 : null };

    static double? Value(string metric, EndpointRecord? endpoint) => endpoint is null ? null : metric switch
    {
        Metrics.ErrorRate => (double)endpoint.Failures / endpoint.Requests,
        Metrics.RequestsPerSecond => endpoint.RequestsPerSecond,
        _ => endpoint.ResponseTime.QuantileMicros(Metrics.Quantile(metric)!.Value),
    };
}

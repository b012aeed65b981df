using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Statistics;
using PerfGate.Statistics.Paired;

namespace PerfGate.Gate.Paired;

/// <summary>
/// What the rounds of a session say: screened, confirmed with fresh processes where something stood out, equivalent where that
/// shows. Pure: the same record gives the same decision.
/// </summary>
public sealed class PairedDecision
{
    // From how many times the requests of the other side on an endpoint counts as one side's alone.
    const double OneSided = 10;

    readonly PairedRule rule;
    readonly PairedNoiseTable noise;
    readonly PairedRounds screen;
    readonly PairedRounds confirm;
    readonly IReadOnlyList<PairedMetric> keys;
    readonly Dictionary<string, ScreenedMetric> screened;
    readonly Dictionary<string, ConfirmedMetric> confirmed = [];
    readonly HashSet<string> standingOut;

    PairedDecision(PairedRecord record, PairedRule rule, PairedNoiseTable noise)
    {
        (this.rule, this.noise) = (rule, noise);
        screen = new PairedRounds(record.Screen);
        confirm = new PairedRounds(record.Confirm);
        keys = [.. screen.Keys.Where(k => screen.Requests(k) >= rule.FewestToShow)];
        var random = new Random(record.Seed);
        screened = TwoLook.Screen(screen.Ratios([.. keys.Where(IsGated)]), rule.Looks, Session, random).ToDictionary(s => s.Metric, StringComparer.Ordinal);
        standingOut = StandingOut(random);
        if (confirm.Count > 0)
            confirmed = TwoLook.Confirm(confirm.Ratios(keys), screened.Values, rule.Looks, Session, random).ToDictionary(c => c.Metric, StringComparer.Ordinal);
        ErrorRate = CompareErrorRates(random);
        Comparisons = [.. keys.Select(Compare), .. Missing(), ErrorRate];
        Verdict = Decide();
    }

    /// <summary>What the session says as a whole; a session that guards or deaths spoilt is judged elsewhere.</summary>
    public Verdict Verdict { get; }

    /// <summary>Every metric with its change, those that take part in the verdict marked.</summary>
    public IReadOnlyList<Comparison> Comparisons { get; }

    /// <summary>Whether the first look flagged something, so that a second one is due.</summary>
    public bool NeedsConfirmation => screened.Values.Any(s => s.Flag is not null);

    /// <summary>Starts of both systems of which a round of the first look counted.</summary>
    public int ScreenStarts => screen.Starts;

    /// <summary>Rounds of the first look that counted.</summary>
    public int ScreenRounds => screen.Count;

    /// <summary>Rounds of the second look that counted.</summary>
    public int ConfirmRounds => confirm.Count;

    Comparison ErrorRate { get; }

    /// <summary>Decides about a session's rounds.</summary>
    /// <param name="record">The session.</param>
    /// <param name="rule">The numbers behind it.</param>
    /// <param name="noise">What sessions of the same build differ by.</param>
    public static PairedDecision Of(PairedRecord record, PairedRule rule, PairedNoiseTable noise)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(noise);
        return new PairedDecision(record, rule, noise);
    }

    /// <summary>
    /// The smallest slowdown, as a ratio minus one, that such a session finds four times in five, on that of the metrics that have to be equal on which it
    /// finds the least; null when none has enough rounds to tell.
    /// </summary>
    /// <param name="confirmRounds">How many rounds the second look has.</param>
    public double? SmallestVisibleChange(int confirmRounds)
    {
        var gated = keys.Where(MustBeEqual).ToList();
        var found = gated.Select(key => PowerOf(key)?.SmallestChange(Math.Max(2, screen.Count), confirmRounds)).ToList();
        return found.Exists(f => f is null) ? null : found.Max();

        TwoLookPower? PowerOf(PairedMetric key) => PairedNoise.Of([Ratios(screen, key)]) is { Round: > 0 and var round }
            ? new TwoLookPower { Rule = rule.Looks, RoundDeviation = round, SessionDeviation = noise.Of(key.Name) ?? rule.SessionDeviation, Metrics = gated.Count }
            : null;
    }

    /// <summary>How many rounds would most likely have shown equivalence where it did not show; null when it did, or none would.</summary>
    public int? RoundsToSettle()
    {
        var open = keys.Where(k => MustBeEqual(k) && Comparisons.Any(c => c.Verdict == Verdict.Inconclusive && Is(c, k))).ToList();
        var needed = open.Select(Needed).ToList();
        return needed.Count == 0 || needed.Exists(n => n is null) ? null : needed.Max();

        int? Needed(PairedMetric key)
        {
            const double Sides = 1.645;
            const double Efficiency = 0.9;
            const int Most = 200;
            if (PairedNoise.Of([Ratios(All, key)]) is not { } spread) return null;
            var room = LogRatio.OfChange(rule.ToleranceOf(key.Metric)) - Math.Abs(HodgesLehmann.Estimate(Ratios(All, key)));
            var session = Sides * (Session(key.Name) ?? 0);
            if (room <= session) return null;
            var rounds = (int)Math.Ceiling(Math.Pow(Sides * spread.Round, 2) / (Efficiency * (room * room - session * session)));
            return rounds <= Most ? Math.Max(rounds, All.Count + 1) : null;
        }
    }

    PairedRounds All => screen.And(confirm);

    double? Session(string metric) => noise.Of(metric) ?? rule.SessionDeviation;

    bool MustBeEqual(PairedMetric key) =>
        IsGated(key) && (key.Method is null ? key.Metric != Metrics.P99 : key.Metric == Metrics.P50 && screen.Requests(key) >= rule.FewestForEquality);

    bool IsGated(PairedMetric key) => screen.Requests(key) >= rule.FewestFor(key.Metric);

    // What only is shown has no say in "regressed", but a session in which it stands out is not one without a change.
    HashSet<string> StandingOut(Random random)
    {
        var shown = keys.Where(k => !IsGated(k)).ToList();
        if (shown.Count == 0 || screen.Count == 0) return [];
        var ratios = screen.Ratios(shown);
        return [.. SignFlipMaxT.Of(ratios, random).Metrics.Concat(SignFlipMaxT.Of(ratios.Swapped(), random).Metrics)
            .Where(m => m.P <= rule.ShownAlpha / 2)
            .Select(m => m.Metric)];
    }

    Comparison Compare(PairedMetric key)
    {
        var gated = IsGated(key);
        var flag = screened.GetValueOrDefault(key.Name)?.Flag;
        var second = confirmed.GetValueOrDefault(key.Name);
        // What was flagged is estimated from the second look alone: the first one chose it for being extreme.
        var rounds = second is { Rounds: > 0 } ? confirm : All;
        var equivalence = Equivalence.Of(Ratios(rounds, key), rule.ToleranceOf(key.Metric), rule.Looks.EquivalenceAlpha, Session(key.Name) ?? 0);
        return new Comparison
        {
            Endpoint = key.Endpoint,
            Method = key.Method,
            Metric = key.Metric,
            Baseline = rounds.Typical(key, baseline: true),
            Candidate = rounds.Typical(key, baseline: false),
            Change = Of(equivalence?.Change.Estimate),
            Lower = Of(equivalence?.Change.Lower),
            Upper = Of(equivalence?.Change.Upper),
            Verdict = second is { Confirmed: true } ? second.Flag == Direction.Slower ? Verdict.Regressed : Verdict.Improved
                : equivalence is { Shown: true } ? Verdict.Passed
                : Verdict.Inconclusive,
            Flagged = flag is not null || standingOut.Contains(key.Name),
            Gated = gated,
            Watched = gated && !MustBeEqual(key),
            Note = Note(key, gated, flag, second, equivalence is null),
        };

        static double? Of(double? log) => log is { } known ? LogRatio.ToChange(known) : null;
    }

    string? Note(PairedMetric key, bool gated, Direction? flag, ConfirmedMetric? second, bool nothing)
    {
        if (!screen.Has(key, baseline: false)) return "no requests in the candidate";
        if (!screen.Has(key, baseline: true)) return "new: no requests in the baseline";
        if (nothing) return "too few rounds have it on both sides";
        if (!gated) return $"shown only: {screen.Requests(key):0} requests in a slot, and it is judged from {rule.FewestFor(key.Metric):0} on";
        if (flag is null) return null;
        return second switch
        {
            { Confirmed: true } => null,
            { Rounds: > 0 } => "stood out in the first look, and the second did not confirm it",
            _ => "stood out in the first look, and there was no second",
        };
    }

    // An endpoint that one side alone was asked for, but for a few requests, has no rounds to compare, and must not be taken for
    // unchanged. That a rare one came up on one side alone is chance.
    IEnumerable<Comparison> Missing() =>
        from key in screen.Keys
        where key is { Method: not null, Metric: Metrics.P50 } && !keys.Contains(key)
        let before = screen.Total(key, baseline: true)
        let now = screen.Total(key, baseline: false)
        where Math.Max(before, now) >= rule.FewestToShow && Math.Max(before, now) > OneSided * Math.Min(before, now)
        let gone = before > now
        select new Comparison
        {
            Endpoint = key.Endpoint,
            Method = key.Method,
            Metric = key.Metric,
            Baseline = screen.Typical(key, baseline: true),
            Candidate = screen.Typical(key, baseline: false),
            Verdict = Verdict.Inconclusive,
            Gated = gone,
            Note = (gone, Math.Min(before, now) > 0) switch
            {
                (true, false) => "no requests in the candidate",
                (true, true) => "hardly any requests in the candidate",
                (false, false) => "new: no requests in the baseline",
                _ => "new: hardly any requests in the baseline",
            },
        };

    Comparison CompareErrorRates(Random random)
    {
        var differences = All.ErrorRateDifferences();
        var (before, now) = (All.ErrorRate(baseline: true), All.ErrorRate(baseline: false));
        var rise = differences.Count == 0 ? (double?)null : differences.Average();
        return new Comparison
        {
            Endpoint = EndpointRecord.AllRequests,
            Metric = Metrics.ErrorRate,
            Baseline = before,
            Candidate = now,
            Change = before > 0 && now is { } rate ? rate / before - 1 : null,
            Gated = true,
            Verdict = rise is null ? Verdict.Inconclusive
                : Math.Abs(rise.Value) <= rule.ErrorRateMargin ? Verdict.Passed
                : IsSure(differences, rise.Value, random) ? rise > 0 ? Verdict.Regressed : Verdict.Improved
                : Verdict.Inconclusive,
            Flagged = rise is { } seen && Math.Abs(seen) > rule.ErrorRateMargin,
            Note = before == 0 ? now == 0 ? "no failures on either side" : "no failures in the baseline" : now == 0 ? "no failures in the candidate" : null,
        };
    }

    // Whole rounds against each other, as everywhere: failures of one round have one cause.
    bool IsSure(IReadOnlyList<double> differences, double rise, Random random)
    {
        var toward = PairedLogRatios.Of([.. differences.Select((d, round) => new PairedRound(
            round, One(1), One(Math.Exp(rise > 0 ? d - rule.ErrorRateMargin : -d - rule.ErrorRateMargin))))]);
        return SignFlipMaxT.Of(toward, random).Metrics[0].P <= rule.Looks.ConfirmAlpha;

        static Dictionary<string, double> One(double value) => new(StringComparer.Ordinal) { [Metrics.ErrorRate] = value };
    }

    Verdict Decide()
    {
        var gated = Comparisons.Where(c => c.Gated).ToList();
        return gated.Exists(c => c.Verdict == Verdict.Regressed) ? Verdict.Regressed
            : gated.Exists(c => c.Verdict == Verdict.Improved) ? Verdict.Improved
            : standingOut.Count == 0 && gated.TrueForAll(c => c.Verdict == Verdict.Passed || c is { Watched: true, Flagged: false }) ? Verdict.Passed
            : Verdict.Inconclusive;
    }

    static bool Is(Comparison comparison, PairedMetric key) =>
        comparison.Endpoint == key.Endpoint && comparison.Method == key.Method && comparison.Metric == key.Metric;

    static IReadOnlyList<double> Ratios(PairedRounds rounds, PairedMetric key)
    {
        var ratios = rounds.Ratios([key]);
        return ratios.Metrics.Count == 0 ? [] : ratios.Of(key.Name);
    }
}

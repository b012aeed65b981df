using System.Globalization;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Criteria;

/// <summary>
/// The memory of none of the system's own services climbs steadily under an even load. Stores are left out: they fill their
/// caches up to a limit of their own, and that takes hours.
/// </summary>
internal sealed class MemoryLeakCriterion : ICriterion
{
    /// <summary>How long the load has to be even: in less, a heap that settles looks like one that leaks.</summary>
    public static readonly TimeSpan LeastTime = TimeSpan.FromMinutes(3);

    /// <summary>Growth in 30 minutes, as a share of the memory used, from which on it is a leak where a suite says nothing.</summary>
    public const double UsualGrowth = 0.2;

    // Growth in 30 minutes that is nobody's leak, however small the service.
    const double LeastBytes = 32 * 1024 * 1024;

    // What has been seen, and not only foretold, before it is called a leak: heaps move by that much between collections.
    const double SeenShare = 0.1;
    const double SeenBytes = 16 * 1024 * 1024;

    public bool NeedsLimit => false;

    public string Title(CriterionRecord criterion) => $"No memory leak: less than {Words.Percent(Growth(criterion))} growth in 30 minutes";

    public Answer Ask(CriterionRecord criterion, RunRecord run)
    {
        var services = run.Resources.Where(r => !r.IsStore).ToList();
        if (!services.Exists(Known)) return Answer.Undecided("No probe read the memory of a service.");
        var load = SteadyLoad.Longest(run);
        if (load is null) return Answer.Undecided("The number of users never stood still, and memory goes with it.");
        return load.Seconds < LeastTime.TotalSeconds
            ? Answer.Undecided(string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(load.Seconds):0} s of even load were measured; at least {LeastTime.TotalSeconds:0} s are needed."))
            : Answer.Of([.. services.Select(service => Of(service, Growth(criterion), load))]);
    }

    static Answer Of(ResourceRecord service, double growth, SteadyLoad load)
    {
        if (!Known(service)) return Answer.Undecided($"No probe read the memory of '{service.Service}'.");
        if (service.Restarts > 0) return Answer.Undecided($"'{service.Service}' was started again while load ran, and its memory with it.");
        if (Trend.Of(service.Second, [.. service.MemoryBytes.Select(bytes => (double?)bytes)], load.From, load.To) is not { } trend)
            return Answer.Undecided($"The memory of '{service.Service}' could be read too seldom.");

        var limit = Math.Max(growth * trend.Level, LeastBytes) / Trend.Horizon.TotalSeconds;
        var climbs = trend.ClimbsAbove(limit);
        var answer = climbs && IsSeen(trend) ? Answer.Failed($"{Told(service, trend)}, {Words.Bytes(trend.Slope * TimeSpan.SecondsPerDay)} a day if it goes on, {Span(trend)}.")
            : trend.StaysBelow(limit) ? Answer.Passed($"{Told(service, trend)}, {Span(trend)}.")
            : Answer.Undecided($"{Told(service, trend)}, {Span(trend)}: {Doubt(trend, climbs, limit)}. A longer run tells.");
        return answer with { Value = Share(trend.Slope), Limit = Share(limit) };

        double Share(double perSecond) => perSecond * Trend.Horizon.TotalSeconds / trend.Level;
    }

    static bool IsSeen(Trend trend) => trend.LeastSeen >= Math.Max(SeenShare * trend.Level, SeenBytes);

    static string Doubt(Trend trend, bool climbs, double limit) =>
        climbs ? "a heap may move by that much between two collections"
        : trend.Lower > limit ? "it slows down and may settle"
        : $"too unclear to tell from the limit of {Words.PerHour(limit)}";

    static bool Known(ResourceRecord service) => service.MemoryBytes.Any(bytes => bytes is > 0);

    static double Growth(CriterionRecord criterion) => criterion.Limit ?? UsualGrowth;

    static string Told(ResourceRecord service, Trend trend) =>
        $"'{service.Service}' {(trend.Slope < 0 ? "shrinks" : "grows")} by {Words.PerHour(Math.Abs(trend.Slope))} ({Interval(trend)})";

    static string Interval(Trend trend) => trend.Slope < 0
        ? $"95 % interval {Words.Bytes(-trend.Upper * TimeSpan.SecondsPerHour)} to {Words.Bytes(-trend.Lower * TimeSpan.SecondsPerHour)}"
        : $"95 % interval {Words.Bytes(trend.Lower * TimeSpan.SecondsPerHour)} to {Words.Bytes(trend.Upper * TimeSpan.SecondsPerHour)}";

    static string Span(Trend trend) =>
        string.Create(CultureInfo.InvariantCulture, $"between second {trend.Start:0} and {trend.End:0}");
}

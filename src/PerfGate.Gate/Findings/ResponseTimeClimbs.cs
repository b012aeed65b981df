using PerfGate.Gate.Criteria;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Statistics;

namespace PerfGate.Gate.Findings;

/// <summary>An endpoint becomes slower while the number of users stays the same: its work grows with the data, or something piles up.</summary>
internal sealed class ResponseTimeClimbs : IFindingRule
{
    const double Shortest = 60;

    // In each third of the time.
    const long FewestRequests = 100;
    const int FewestPoints = 5;

    const double Slower = 1.5;
    const double Larger = 1.3;

    public IEnumerable<Finding> Look(RunRecord run)
    {
        var series = run.Series;
        if (SteadyLoad.Longest(run) is not { } load || load.Seconds < Shortest) return [];
        var (first, count) = (series.Second.Count(second => second < load.From), (int)(load.Seconds / series.SecondsPerPoint));
        return from endpoint in series.Endpoints
               let climb = Climb(series, endpoint.Columns, load, first, count)
               where climb is not null
               orderby climb.Value.Late / climb.Value.Early descending
               select Found(endpoint, climb.Value, load);
    }

    static (double Early, double Late, double? Growth)? Climb(SeriesRecord series, SeriesColumns columns, SteadyLoad load, int first, int count)
    {
        var (third, last) = (count / 3, first + count - count / 3);
        if (Requests(columns, first, third) < FewestRequests || Requests(columns, last, third) < FewestRequests) return null;
        if (Typical(columns, first, third) is not (> 0 and var early) || Typical(columns, last, third) is not { } late || late < early * Slower) return null;
        var trend = Trend.Of(
            [.. series.Second.Select(second => second + (series.SecondsPerPoint / 2.0))],
            [.. columns.P50Micros.Select(micros => (double?)micros)],
            load.From,
            load.To);
        return trend?.ClimbsAbove(0) == true
            ? (early, late, Size(columns, last, third) / Size(columns, first, third))
            : null;
    }

    static long Requests(SeriesColumns columns, int from, int count) => columns.Requests.Skip(from).Take(count).Sum();

    static double? Typical(SeriesColumns columns, int from, int count)
    {
        var known = columns.P50Micros.Skip(from).Take(count).OfType<long>().Select(micros => (double)micros).ToList();
        return known.Count < FewestPoints ? null : Median.Of(known);
    }

    static double? Size(SeriesColumns columns, int from, int count) =>
        columns.Bytes?.Skip(from).Take(count).Sum() is > 0 and var bytes ? (double)bytes / Requests(columns, from, count) : null;

    static Finding Found(EndpointSeriesRecord endpoint, (double Early, double Late, double? Growth) climb, SteadyLoad load)
    {
        var grows = climb.Growth >= Larger;
        var answers = climb.Growth is not { } growth ? "" : $"; its answers became {(grows ? $"{Evidence.Number(growth)} times as large" : "hardly larger")}";
        return new Finding(
            "response-time-climbs",
            "An endpoint becomes slower and slower",
            $"p50 of {endpoint.Method} {endpoint.Name} rose from {Words.Millis(climb.Early / 1000)} to {Words.Millis(climb.Late / 1000)}, first and last third{Evidence.Between(load.From, load.To)}, "
            + $"while {Words.Count(load.Users, "user")} ran{answers}.",
            grows ? "Answer in pages: a LIMIT in the statement, and no more rows than one screen shows."
                : climb.Growth is null ? "See whether its answers grow (then answer in pages), or its statements read more rows each time (then an index is missing)."
                : "Look for an index that is missing, a list or cache in the service that grows, or a queue that fills.")
        {
            Meaning = grows
                ? "Its answers grow with the data, and its time with them."
                : "Its work grows with the data or with time, although nobody asks for more.",
            FromSeconds = load.From,
            ToSeconds = load.To,
        };
    }
}

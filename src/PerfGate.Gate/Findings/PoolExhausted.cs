using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>
/// Requests waited for a connection of a pool that is too small: a log says so, or the connections of a database were all
/// in use, never became more, and many more requests were under way.
/// </summary>
internal sealed class PoolExhausted : IFindingRule
{
    const int FewestSamples = 10;

    // Of the samples of the measured time, those in which every connection was busy.
    const double AllBusy = 0.3;

    // Of those samples, the ones with the largest number of connections: a pool that still grows has room.
    const double AtTheTop = 0.8;

    // Requests under way for each connection.
    const double Pressure = 2;

    public IEnumerable<Finding> Look(RunRecord run)
    {
        var told = LogEvidence.Of(run, LogKinds.PoolExhausted);
        var small = Measured.Of(run) is { } measured && UnderWay(run) is { } underWay
            ? run.Resources.Select(resource => Small(resource, measured, underWay)).OfType<Finding>().ToList()
            : [];
        if (small.Count == 0) return told is null ? [] : [Found(told.Sentence, told.From, told.To)];
        return told is null ? small : small.Select((finding, at) => at > 0 ? finding : finding with { Evidence = $"{finding.Evidence} {told.Sentence}" });
    }

    // Little's law: rate times time. Service time, for what a late generator adds nobody is working on.
    static double? UnderWay(RunRecord run) => run.Totals.RequestsPerSecond * run.Overall?.ServiceTime.MeanMicros / 1e6;

    static Finding? Small(ResourceRecord resource, Measured measured, double underWay)
    {
        var samples = Samples(resource, measured);
        if (samples.Count < FewestSamples) return null;
        var top = samples.Max(sample => sample.All);
        var busy = samples.Where(sample => sample.All > 0 && sample.Busy >= sample.All).ToList();
        if (busy.Count < samples.Count * AllBusy || busy.Count(sample => sample.All >= top) < busy.Count * AtTheTop || underWay < top * Pressure) return null;
        var (from, to) = (busy[0].Second, busy[^1].Second);
        return Found(
            $"'{resource.Service}' had never more than {Words.Count((long)top, "connection")}, all in use in {Words.Percent((double)busy.Count / samples.Count)} of the samples, "
            + $"while about {Evidence.Number(Math.Round(underWay))} requests were under way{Evidence.Between(from, to)}.",
            from,
            to);
    }

    static List<(double Second, double All, double Busy)> Samples(ResourceRecord resource, Measured measured)
    {
        IReadOnlyList<double?> Line(string name) => Charts.Find(resource, Charts.PostgresConnections, name)?.Values ?? [];
        var used = Line(Charts.UsedLately);
        return
        [
            .. from sample in resource.Second.Zip(Line(Charts.All), used.Count > 0 ? used : Line(Charts.Active).Zip(Line(Charts.IdleInTransaction), (active, open) => active + open))
               where measured.Holds(sample.First) && sample is { Second: not null, Third: not null }
               select (sample.First, sample.Second!.Value, sample.Third!.Value),
        ];
    }

    static Finding Found(string evidence, double? from, double? to) => new(
        "connection-pool-exhausted",
        "Requests wait for a database connection",
        evidence,
        "Make the service's pool larger (Maximum Pool Size of Npgsql, pool_size and max_overflow of SQLAlchemy), keep transactions short, and hold no connection while waiting for something else.")
    {
        Meaning = "The pool of connections is smaller than what is asked of it: requests queue in the service while the database could do more.",
        FromSeconds = from,
        ToSeconds = to,
    };
}

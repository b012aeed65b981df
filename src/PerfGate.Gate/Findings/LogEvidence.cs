using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Findings;

/// <summary>What logs say of one kind of trouble.</summary>
/// <param name="Count">How many lines.</param>
/// <param name="From">The first one, seconds after the start of load; null when its time is not known.</param>
/// <param name="To">The last one; null when its time is not known.</param>
/// <param name="Sentence">Whose logs, how many lines, when, and one of them.</param>
internal sealed record LogEvidence(long Count, double? From, double? To, string Sentence)
{
    /// <summary>What all logs say together; null when none does.</summary>
    public static LogEvidence? Of(RunRecord run, string kind) => Of(run.Logs, kind);

    /// <summary>What each log says that says anything, the most lines first.</summary>
    public static IEnumerable<LogEvidence> OfEach(RunRecord run, string kind) =>
        run.Logs.Select(log => Of([log], kind)).OfType<LogEvidence>().OrderByDescending(told => told.Count);

    static LogEvidence? Of(IReadOnlyList<LogRecord> logs, string kind)
    {
        var told = logs.SelectMany(log => log.Matches.Where(match => match.Kind == kind && match.Count > 0).Select(match => (log.Service, Match: match)))
            .OrderByDescending(one => one.Match.Count)
            .ToList();
        if (told.Count == 0) return null;
        var count = told.Sum(one => one.Match.Count);
        // A span with one end says nothing; one line without a time leaves those of the others.
        var timed = told.Where(one => one.Match is { FirstSeconds: not null, LastSeconds: not null }).ToList();
        var (from, to) = (timed.Min(one => one.Match.FirstSeconds), timed.Max(one => one.Match.LastSeconds));
        var services = Evidence.Items([.. told.Select(one => $"'{one.Service}'").Distinct(StringComparer.Ordinal)]);
        return new LogEvidence(
            count, from, to, $"The log of {services} says so in {Words.Count(count, "line")}{Evidence.Between(from, to)}: {Evidence.Quote(told[0].Match.Example)}.");
    }
}

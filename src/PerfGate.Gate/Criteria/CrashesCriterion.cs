using System.Globalization;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Criteria;

/// <summary>No service ends, is started again, is killed for its memory, or tells of a panic in its log.</summary>
internal sealed class CrashesCriterion : ICriterion
{
    const string Panic = "panic";
    const string OutOfMemory = "out-of-memory";

    // What is shown of a log's line, in characters, and how many troubles are told.
    const int LongestExample = 120;
    const int MostTold = 3;

    public bool NeedsLimit => false;

    public string Title(CriterionRecord criterion) => "No crash, restart, OOM kill or panic";

    public Answer Ask(CriterionRecord criterion, RunRecord run)
    {
        var troubles = Death(run).Concat(run.Resources.SelectMany(Service)).Concat(run.Logs.SelectMany(Log)).ToList();
        if (troubles.Count > 0) return Answer.Failed(Told(troubles));
        return run.Logs.Count == 0
            ? Answer.Undecided("No service ended, but no log could be read, and a panic may be in it.")
            : Answer.Passed($"No service ended, and none tells of a panic in {Words.Count(run.Logs.Sum(log => log.Lines), "line")} of the {(run.Logs.Count == 1 ? "log" : "logs")} of {string.Join(", ", run.Logs.Select(log => $"'{log.Service}'"))}.");
    }

    static IEnumerable<string> Death(RunRecord run)
    {
        if (run.End == RunEnd.SystemDied)
            yield return string.Create(CultureInfo.InvariantCulture, $"{Words.Sentence(Words.WithoutLog(run.SystemDeath ?? "A service ended, and why is not known"))} Load had run for {run.DurationSeconds:0} s.");
    }

    // A plain process that ends is seen by the end of the run: nobody starts it again, and its restarts are null.
    static IEnumerable<string> Service(ResourceRecord service)
    {
        if (service.Restarts is > 0 and var restarts) yield return $"'{service.Service}' was started again {Times(restarts)}.";
        if (service.OomKills is > 0 and var kills) yield return $"{Words.Count(kills, "OOM kill")} of '{service.Service}' at its memory limit.";
    }

    static IEnumerable<string> Log(LogRecord log) =>
        from match in log.Matches
        where match.Kind is Panic or OutOfMemory && match.Count > 0
        select $"The log of '{log.Service}' tells of {(match.Kind == Panic ? "a panic" : "memory that was refused")} {Times(match.Count)}{First(match)}: \"{Short(match.Example)}\".";

    static string First(LogMatchRecord match) =>
        match.FirstSeconds is { } second ? string.Create(CultureInfo.InvariantCulture, $", first in second {second:0}") : "";

    static string Times(long count) => count == 1 ? "once" : Words.Count(count, "time");

    static string Short(string line) => line.Length <= LongestExample ? line : $"{line[..(LongestExample - 1)]}…";

    static string Told(List<string> troubles) =>
        string.Join(' ', troubles.Take(MostTold)) + (troubles.Count > MostTold ? $" And {troubles.Count - MostTold} more." : "");
}

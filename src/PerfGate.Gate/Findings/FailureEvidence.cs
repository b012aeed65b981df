using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Findings;

/// <summary>The measured failures that have one kind of reason.</summary>
/// <param name="Count">How many.</param>
/// <param name="From">The first one, seconds after the start of load.</param>
/// <param name="To">The last one.</param>
/// <param name="Sentence">How many of which reasons, when, and of which endpoints.</param>
internal sealed record FailureEvidence(long Count, double From, double To, string Sentence)
{
    public static FailureEvidence? Of(RunRecord run, Func<string, bool> reason)
    {
        var failures = run.Failures.Where(f => f.Count > 0 && reason(f.Reason)).ToList();
        if (failures.Count == 0) return null;
        var count = failures.Sum(f => f.Count);
        var (from, to) = (failures.Min(f => f.FirstSeconds), failures.Max(f => f.LastSeconds));
        var reasons = Most(failures, f => Evidence.Quote(f.Reason));
        var endpoints = Most(failures, f => $"{f.Method} {f.Endpoint}".Trim());
        return new FailureEvidence(
            count, from, to, $"{Words.Count(count, "request")} failed{Evidence.Between(from, to)}, with {Evidence.Items(reasons)}: {Evidence.Items(endpoints)}.");
    }

    static List<string> Most(List<FailureRecord> failures, Func<FailureRecord, string> by) =>
        [.. failures.GroupBy(by).OrderByDescending(g => g.Sum(f => f.Count)).Select(g => g.Key)];
}

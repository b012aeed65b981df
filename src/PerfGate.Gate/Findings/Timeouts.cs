using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>Requests, or what services asked for, were given up after waiting for too long.</summary>
internal sealed class Timeouts : IFindingRule
{
    static readonly string[] Reasons = ["timed out", "timeout"];

    public IEnumerable<Finding> Look(RunRecord run)
    {
        var (failed, told) = (FailureEvidence.Of(run, IsOne), LogEvidence.Of(run, LogKinds.Timeout));
        if (failed is null && told is null) yield break;
        yield return new Finding(
            "timeouts",
            failed is null ? "Services waited for something in vain" : "Requests timed out",
            string.Join(' ', new[] { failed?.Sentence, told?.Sentence }.OfType<string>()),
            "Look for what was waited for: a pool of connections, a slow statement, a lock, or more connections than the service takes at once.")
        {
            Meaning = "Work was given up after its time limit: whoever waited got nothing, and the work was done in vain.",
            FromSeconds = failed?.From ?? told?.From,
            ToSeconds = failed?.To ?? told?.To,
        };
    }

    static bool IsOne(string reason) => Reasons.Any(known => reason.Contains(known, StringComparison.OrdinalIgnoreCase));
}

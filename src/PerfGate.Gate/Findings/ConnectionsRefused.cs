using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>Connections to the system were refused or broken off.</summary>
internal sealed class ConnectionsRefused : IFindingRule
{
    static readonly string[] Reasons = ["connection refused", "connection reset", "connection closed", "connection failed"];

    public IEnumerable<Finding> Look(RunRecord run)
    {
        if (FailureEvidence.Of(run, IsOne) is not { } failed) yield break;
        yield return new Finding(
            "connections-refused",
            "Connections were refused or broken off",
            failed.Sentence,
            "See whether the service was started again then, how many connections it lets wait (backlog) and keep open (limits of Kestrel, uvicorn or nginx), and whether it closes idle ones early.")
        {
            Meaning = "Nobody listened, or the service gave up connections that it had taken: these requests got no answer.",
            FromSeconds = failed.From,
            ToSeconds = failed.To,
        };
    }

    static bool IsOne(string reason) => Reasons.Any(known => reason.Contains(known, StringComparison.OrdinalIgnoreCase));
}

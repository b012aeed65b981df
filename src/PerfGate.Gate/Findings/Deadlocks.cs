using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>A database found transactions waiting for one another.</summary>
internal sealed class Deadlocks : IFindingRule
{
    public IEnumerable<Finding> Look(RunRecord run) => LogEvidence.OfEach(run, LogKinds.Deadlock).Select(told => new Finding(
        "deadlocks",
        "Transactions waited for one another",
        told.Sentence,
        "Change rows in the same order everywhere (sorted by id), keep transactions short, and try again what was rolled back.")
    {
        Meaning = "The database ended one transaction of each deadlock; the others had waited until then.",
        FromSeconds = told.From,
        ToSeconds = told.To,
    });
}

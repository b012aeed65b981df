using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>Looks for one thing that a run can show about why it went as it did.</summary>
internal interface IFindingRule
{
    /// <summary>What it found, the gravest first; nothing when the record gives no evidence for it.</summary>
    IEnumerable<Finding> Look(RunRecord run);
}

using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>A log tells of an error that nothing caught.</summary>
internal sealed class PanicInLog : IFindingRule
{
    public IEnumerable<Finding> Look(RunRecord run) => LogEvidence.OfEach(run, LogKinds.Panic).Select(told => new Finding(
        "panic-in-log",
        "A service met an error that nothing caught",
        told.Sentence,
        "Read that place of its log in the run's folder under logs/, and catch or repair what was thrown there.")
    {
        Meaning = "A program, or a part of it, ended by an error: what it was doing then is lost.",
        FromSeconds = told.From,
        ToSeconds = told.To,
    });
}

using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>A log has many lines that call themselves errors.</summary>
internal sealed class ErrorsInLog : IFindingRule
{
    const long Fewest = 10;

    public IEnumerable<Finding> Look(RunRecord run) =>
        from told in LogEvidence.OfEach(run, LogKinds.Error)
        where told.Count >= Fewest
        select new Finding(
            "errors-in-log",
            "A service logged errors",
            told.Sentence,
            "Read them in the run's folder under logs/: repair what they tell of, or log what is expected as less than an error.")
        {
            Meaning = "Something went wrong in it that the answers need not show; and writing each error costs time as well.",
            FromSeconds = told.From,
            ToSeconds = told.To,
        };
}

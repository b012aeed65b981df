using System.Globalization;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>A service ended by itself while load ran.</summary>
internal sealed class ServiceExited : IFindingRule
{
    public Finding? Look(RunRecord run) => run.End != RunEnd.SystemDied ? null : new Finding(
        "service-exited",
        "A service ended while it was under load",
        string.Create(CultureInfo.InvariantCulture, $"{Words.Sentence(run.SystemDeath ?? "Why is not known")} Load had run for {run.DurationSeconds:0.#} s."),
        "Read the end of its log in the run's folder under logs/: look for an unhandled exception, or memory beyond its limit.");
}

using System.Globalization;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>A service ended by itself while load ran.</summary>
internal sealed class ServiceExited : IFindingRule
{
    public IEnumerable<Finding> Look(RunRecord run)
    {
        if (run.End != RunEnd.SystemDied) yield break;
        yield return new Finding(
            "service-exited",
            "A service ended while it was under load",
            string.Create(CultureInfo.InvariantCulture, $"{Words.Sentence(run.SystemDeath ?? "Why is not known")} Load had run for {run.DurationSeconds:0.#} s."),
            "Read the end of its log in the run's folder under logs/: look for an unhandled exception, or memory beyond its limit.")
        {
            Meaning = "What was measured until then is of a system that was about to fail, so it is not judged.",
            FromSeconds = run.DurationSeconds,
            ToSeconds = run.DurationSeconds,
        };
    }
}

using PerfGate.Gate.Records;

namespace PerfGate.Gate.Criteria;

/// <summary>Tells of one kind of success criterion whether a run meets it.</summary>
internal interface ICriterion
{
    /// <summary>Whether it says nothing without a limit.</summary>
    bool NeedsLimit { get; }

    /// <summary>
    /// Whether a search for the breaking load asks it step by step (<see cref="AskedStepByStep"/>): more load alone makes it fail some time.
    /// </summary>
    bool FailsWithLoad => false;

    /// <summary>The criterion in a few words, its limit included.</summary>
    string Title(CriterionRecord criterion);

    /// <summary>Whether the run meets it. What was not measured never passes.</summary>
    Answer Ask(CriterionRecord criterion, RunRecord run);
}

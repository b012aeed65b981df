using PerfGate.Gate.Results;

namespace PerfGate.Gate.SignOffs;

/// <summary>One question of a sign-off.</summary>
/// <param name="Question">What was asked, such as "peak: no critical target is missed".</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Evidence">The answer, as a sentence.</param>
/// <param name="RunId">The run that answers it.</param>
public sealed record SignOffCheck(string Question, Outcome Outcome, string Evidence, string RunId);

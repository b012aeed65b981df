namespace PerfGate.GitHub.Jobs;

/// <summary>The run whose end started this job: the first half of the two-step workflow.</summary>
/// <param name="Run">Which run it was.</param>
/// <param name="HeadOwner">Who owns the repository, often a fork, that its commit came from.</param>
/// <param name="HeadBranch">The branch there.</param>
/// <param name="HeadSha">The commit that it measured.</param>
internal sealed record WorkflowRunEvent(MeasuredRun Run, string HeadOwner, string HeadBranch, string HeadSha);

namespace PerfGate.GitHub.Jobs;

/// <summary>The run of a workflow that measured what is published.</summary>
/// <param name="Workflow">The workflow's name.</param>
/// <param name="Id">The run; larger is newer.</param>
/// <param name="Attempt">How often it was started.</param>
internal sealed record MeasuredRun(string Workflow, long Id, int Attempt);

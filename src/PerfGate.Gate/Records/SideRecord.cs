namespace PerfGate.Gate.Records;

/// <summary>What one side of a paired session was built from.</summary>
/// <param name="Reference">What it was called: a branch, a tag, "merge base with main", "this checkout".</param>
/// <param name="Commit">The commit's whole id.</param>
/// <param name="Dirty">Whether changes that are in no commit were part of it.</param>
/// <param name="Injected">What was made worse on purpose, such as cpu:10; null in a real session.</param>
public sealed record SideRecord(string Reference, string Commit, bool Dirty, string? Injected = null);

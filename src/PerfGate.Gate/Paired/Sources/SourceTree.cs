namespace PerfGate.Gate.Paired.Sources;

/// <summary>The sources of one side of a paired session.</summary>
/// <param name="Path">What the side is built from, absolute: a worktree, or in it the folder that the root is in the checkout.</param>
/// <param name="Reference">What it is called: the reference that was asked for, or "this checkout".</param>
/// <param name="Commit">
/// The whole id of its commit; when dirty, of the commit that the changes are made on: that one can still be found tomorrow.
/// </param>
/// <param name="Dirty">Whether changes that are in no commit are part of it.</param>
internal sealed record SourceTree(string Path, string Reference, string Commit, bool Dirty);

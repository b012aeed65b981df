namespace PerfGate.Gate.Paired.Sources;

/// <summary>A submodule, as .gitmodules has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Where it is, below the repository that has it.</param>
internal sealed record Submodule(string Name, string Path);

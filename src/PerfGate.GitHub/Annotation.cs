namespace PerfGate.GitHub;

/// <summary>A remark beside a line of a file in the pull request.</summary>
/// <param name="Path">The file, relative to the repository's root, with forward slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Level">How loudly it is shown.</param>
/// <param name="Message">What it says; plain text, shown as it is.</param>
public sealed record Annotation(string Path, int Line, AnnotationLevel Level, string Message);

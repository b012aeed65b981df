namespace PerfGate.Environments.Migrations;

/// <summary>A program on this machine.</summary>
/// <param name="Path">A path relative to the checkout, or a name on PATH.</param>
public sealed record ProgramTool(string Path) : Tool
{
    /// <summary>The folder it starts in, relative to the checkout; null for the checkout itself.</summary>
    public string? Folder { get; init; }
}

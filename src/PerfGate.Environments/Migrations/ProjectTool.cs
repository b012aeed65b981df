namespace PerfGate.Environments.Migrations;

/// <summary>A .NET project, published and then run on this machine.</summary>
/// <param name="File">The .csproj, relative to the checkout.</param>
public sealed record ProjectTool(string File) : Tool;

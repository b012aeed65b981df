namespace PerfGate.Environments.Migrations;

/// <summary>A service of the compose file, run once.</summary>
/// <param name="Name">Its name in the compose file.</param>
public sealed record ServiceTool(string Name) : Tool;

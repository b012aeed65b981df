namespace PerfGate.Environments.Migrations;

/// <summary>A line of the journal.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Checksum">The checksum of its text when it was applied.</param>
internal sealed record AppliedFile(string Name, string Checksum);

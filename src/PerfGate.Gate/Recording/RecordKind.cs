namespace PerfGate.Gate.Recording;

/// <summary>What a file is meant to be, for messages about it.</summary>
/// <param name="Name">What it is called, such as "run record".</param>
/// <param name="Schema">The newest version of its shape that this program reads.</param>
/// <param name="Remedy">What to do when it cannot be used, as a sentence with the command.</param>
internal sealed record RecordKind(string Name, int Schema, string Remedy);

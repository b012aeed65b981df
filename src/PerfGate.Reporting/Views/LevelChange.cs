namespace PerfGate.Reporting.Views;

/// <summary>A change of level in the stored history, told.</summary>
/// <param name="Text">What changed, by how much and since when, in one sentence.</param>
/// <param name="Tone">bad, good or calm.</param>
/// <param name="Rise">Whether the value went up.</param>
internal sealed record LevelChange(string Text, string Tone, bool Rise);

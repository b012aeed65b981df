namespace PerfGate.Reporting.Terminal;

/// <summary>A column of plain text: its heading, and whether its cells are aligned to the right.</summary>
internal sealed record TextColumn(string Title, bool Right = true);

namespace PerfGate.Gate.Records;

/// <summary>What the log of one service said while load ran.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Lines">How many lines it wrote.</param>
/// <param name="Matches">Lines that tell of trouble, by kind; empty when there was none.</param>
public sealed record LogRecord(string Service, long Lines, IReadOnlyList<LogMatchRecord> Matches);

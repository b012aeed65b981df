namespace PerfGate.Environments.Logs;

/// <summary>What the log of one service said in some span of time.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Lines">How many lines it wrote.</param>
/// <param name="Matches">Lines that tell of trouble, by kind; empty when there was none.</param>
public sealed record ServiceLog(string Service, long Lines, IReadOnlyList<LogMatch> Matches);

namespace PerfGate.Environments.Probes;

/// <summary>How one table of a store was read.</summary>
/// <param name="Id">What tells it from the others.</param>
/// <param name="Name">Its name, with its schema where that is not the usual one.</param>
/// <param name="Rows">About how many rows it holds now; null when the store does not know.</param>
/// <param name="Scans">How often it was read from end to end.</param>
/// <param name="RowsScanned">Rows that were read that way, all scans together.</param>
/// <param name="IndexScans">How often an index was used instead.</param>
public sealed record TableCount(string Id, string Name, long? Rows, long Scans, long RowsScanned, long IndexScans);

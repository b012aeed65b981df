namespace PerfGate.Gate.Records;

/// <summary>How one table of a store was read during the measured stages.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">About how many rows it held at the end; null when the store does not know.</param>
/// <param name="Scans">How often it was read from end to end, because no index helped.</param>
/// <param name="RowsScanned">Rows that were read that way, all scans together.</param>
/// <param name="IndexScans">How often an index was used instead.</param>
public sealed record TableRecord(string Name, long? Rows, long Scans, long RowsScanned, long IndexScans);

namespace PerfGate.Gate.Records;

/// <summary>How many requests were answered with one status.</summary>
/// <param name="Status">The HTTP status; 0 where no complete reply arrived, and for what is not HTTP.</param>
/// <param name="Count">How many, failed or not.</param>
public sealed record StatusCount(int Status, long Count);

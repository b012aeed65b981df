using PerfGate.Gate.Records;

namespace PerfGate.Gate.Paired;

/// <summary>One side of a paired session.</summary>
/// <param name="Record">What it is, as the record tells it.</param>
/// <param name="Root">The checkout that it is built from.</param>
/// <param name="Variables">Variables that its services get besides those of the suite: what is made worse on purpose.</param>
internal sealed record PairedSide(SideRecord Record, string Root, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>"baseline main (abc1234)".</summary>
    public string Words(string role) => $"{role} {Record.Reference} ({Record.Commit[..Math.Min(7, Record.Commit.Length)]})";
}

namespace PerfGate.Load.Recording;

/// <summary>Why requests failed, in words, and the numbers of these reasons.</summary>
internal sealed class ReasonTable : CappedTable<string>
{
    public const int Limit = 200;
    const int LongestReason = 200;

    public ReasonTable()
        : base(Limit, "(other reasons)")
    {
    }

    public int Of(string reason) => IdOf(reason.Length <= LongestReason ? reason : reason[..LongestReason] + "…");
}

namespace PerfGate.Load;

/// <summary>How far a feed was handed out in one run.</summary>
internal sealed class FeedCursor
{
    long drawn;

    /// <summary>0 at first, then one more each time; safe for any number of users.</summary>
    public long Advance() => Interlocked.Increment(ref drawn) - 1;
}

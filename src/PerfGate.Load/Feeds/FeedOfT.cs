namespace PerfGate.Load;

/// <summary>Data of one type handed out to users; made by <see cref="Feed"/>.</summary>
public abstract class Feed<T>
{
    private protected Feed()
    {
    }

    internal abstract T Draw(FeedCursor cursor, Random random);
}

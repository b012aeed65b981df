namespace PerfGate.Load;

internal sealed class CircularFeed<T>(T[] items) : Feed<T>
{
    internal override T Draw(FeedCursor cursor, Random random) => items[cursor.Advance() % items.Length];
}

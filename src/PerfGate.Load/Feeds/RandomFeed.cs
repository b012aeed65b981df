namespace PerfGate.Load;

internal sealed class RandomFeed<T>(T[] items) : Feed<T>
{
    internal override T Draw(FeedCursor cursor, Random random) => items[random.Next(items.Length)];
}

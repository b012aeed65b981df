namespace PerfGate.Load;

internal sealed class CounterFeed(long from) : Feed<long>
{
    internal override long Draw(FeedCursor cursor, Random random) => from + cursor.Advance();
}

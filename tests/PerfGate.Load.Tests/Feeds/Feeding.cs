using PerfGate.Load.Scheduling;

namespace PerfGate.Load.Tests.Feeds;

public sealed class Feeding
{
    [Fact]
    public void A_circular_feed_hands_out_its_items_in_turn_again_and_again() =>
        Draw(Feed.Circular(["a", "b", "c"]), 7).ShouldBe(["a", "b", "c", "a", "b", "c", "a"]);

    [Fact]
    public void A_counter_counts_from_where_it_is_told() => Draw(Feed.Counter(from: 100), 3).ShouldBe([100, 101, 102]);

    [Fact]
    public void A_random_feed_depends_on_the_users_random_source_alone()
    {
        var feed = Feed.Random(Enumerable.Range(0, 1000));
        Draw(feed, 20, seed: 5).ShouldBe(Draw(feed, 20, seed: 5));
        Draw(feed, 20, seed: 5).ShouldNotBe(Draw(feed, 20, seed: 6));
    }

    [Fact]
    public void A_random_feed_reaches_every_item() => Draw(Feed.Random([1, 2, 3]), 200).Distinct().Order().ShouldBe([1, 2, 3]);

    [Fact]
    public void A_feed_without_items_is_refused()
    {
        Should.Throw<ArgumentException>(() => Feed.Circular(Array.Empty<int>())).Message.ShouldContain("at least one item");
        Should.Throw<ArgumentException>(() => Feed.Random(Array.Empty<int>()));
    }

    [Fact]
    public void Users_side_by_side_never_get_the_same_number()
    {
        var (feed, cursor) = (Feed.Counter(), new FeedCursor());
        var drawn = ParallelEnumerable.Range(0, 20_000).Select(_ => feed.Draw(cursor, null!)).ToList();
        drawn.Order().ShouldBe(Enumerable.Range(0, 20_000).Select(i => (long)i));
    }

    [Fact]
    public void Each_run_starts_a_feed_anew()
    {
        var feed = Feed.Counter();
        var (first, second) = (new SharedValues(), new SharedValues());
        feed.Draw(first.CursorOf(feed), null!).ShouldBe(0);
        feed.Draw(first.CursorOf(feed), null!).ShouldBe(1);
        feed.Draw(second.CursorOf(feed), null!).ShouldBe(0);
    }

    static List<T> Draw<T>(Feed<T> feed, int count, int seed = 1)
    {
        var (cursor, random) = (new FeedCursor(), new Random(seed));
        return [.. Enumerable.Range(0, count).Select(_ => feed.Draw(cursor, random))];
    }
}

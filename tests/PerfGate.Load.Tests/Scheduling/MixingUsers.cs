using FsCheck;
using FsCheck.Fluent;
using PerfGate.Load.Scheduling;

namespace PerfGate.Load.Tests.Scheduling;

public sealed class MixingUsers
{
    [Fact]
    public void Equal_weights_are_half_and_half_at_any_number()
    {
        var counts = Counts([UserClass.Of<A>(), UserClass.Of<B>()], 101);
        for (var n = 0; n < counts.Count; n++) Math.Abs(counts[n][0] - counts[n][1]).ShouldBeLessThanOrEqualTo(1, $"at {n} users");
    }

    [Fact]
    public void Nine_to_one_gives_one_in_every_ten()
    {
        var counts = Counts([UserClass.Of<A>(weight: 9), UserClass.Of<B>(weight: 1)], 100);
        for (var n = 10; n <= 100; n += 10) counts[n].ShouldBe([n / 10 * 9, n / 10]);
    }

    [Fact]
    public void Fixed_counts_come_first()
    {
        var counts = Counts([UserClass.Of<A>(), UserClass.Of<B>(fixedCount: 2), UserClass.Of<C>()], 12);
        counts[1].ShouldBe([0, 1, 0]);
        counts[2].ShouldBe([0, 2, 0]);
        counts[12].ShouldBe([5, 2, 5]);
    }

    [Fact]
    public void When_every_count_is_fixed_there_are_no_more_users_than_that()
    {
        new Mix([UserClass.Of<A>(fixedCount: 3), UserClass.Of<B>(fixedCount: 1)]).Limit.ShouldBe(4);
        new Mix([UserClass.Of<A>(fixedCount: 3), UserClass.Of<B>()]).Limit.ShouldBe(int.MaxValue);
    }

    [Fact]
    public void The_users_of_each_kind_are_numbered_in_the_order_of_their_places()
    {
        var mix = new Mix([UserClass.Of<A>(weight: 2), UserClass.Of<B>(fixedCount: 2), UserClass.Of<C>()]);
        Enumerable.Range(0, 8).Select(p => (mix.KindOf(p), mix.OrdinalOf(p))).ShouldBe(
            [(1, 0), (1, 1), (0, 0), (2, 0), (0, 1), (0, 2), (2, 1), (0, 3)]);
    }

    [Fact]
    public void At_every_number_each_kind_is_within_one_user_of_its_share() =>
        Prop.ForAll(Gen.Choose(1, 40).Two().ToArbitrary(), weights =>
        {
            var (a, b) = weights;
            var counts = Counts([UserClass.Of<A>(a), UserClass.Of<B>(b)], 200);
            return counts.Index().All(n => Math.Abs(n.Item[0] - (double)a * n.Index / (a + b)) < 1);
        }).Holds();

    static List<int[]> Counts(IReadOnlyList<UserClass> classes, int users)
    {
        var mix = new Mix(classes);
        var counts = new List<int[]> { new int[classes.Count] };
        for (var place = 0; place < users; place++)
        {
            int[] next = [.. counts[^1]];
            next[mix.KindOf(place)]++;
            counts.Add(next);
        }

        return counts;
    }

    abstract class Any : VirtualUser
    {
        [UserTask]
        public Task Work(UserContext user) => Task.FromResult(this);
    }

    sealed class A : Any;

    sealed class B : Any;

    sealed class C : Any;
}

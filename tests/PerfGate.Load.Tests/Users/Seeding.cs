using PerfGate.Load.Scheduling;

namespace PerfGate.Load.Tests.Users;

public sealed class Seeding
{
    [Fact]
    public void The_same_seed_and_user_give_the_same_values() => Draw(1, 2, SeedStream.Data).ShouldBe(Draw(1, 2, SeedStream.Data));

    [Fact]
    public void Another_seed_another_user_or_another_purpose_gives_others()
    {
        Draw(1, 2, SeedStream.Data).ShouldNotBe(Draw(2, 2, SeedStream.Data));
        Draw(1, 2, SeedStream.Data).ShouldNotBe(Draw(1, 3, SeedStream.Data));
        Draw(1, 2, SeedStream.Data).ShouldNotBe(Draw(1, 2, SeedStream.Tasks));
    }

    [Fact]
    public void Neighbouring_users_are_not_correlated()
    {
        var first = Enumerable.Range(1, 10_000).Select(user => Seeds.Random(42, user, SeedStream.Tasks).NextDouble()).ToList();

        first.Average().ShouldBe(0.5, tolerance: 0.02);
        first.Zip(first.Skip(1), (a, b) => (a - 0.5) * (b - 0.5)).Average().ShouldBe(0, tolerance: 0.005);
    }

    [Fact]
    public void Tasks_are_picked_in_proportion_to_their_weights()
    {
        var kind = new UserKind(UserClass.Of<Shopper>(), TagFilter.None);
        var random = new Random(1);
        for (var i = 0; i < 29_000; i++) kind.Pick(random);

        kind.Result.Tasks["Look"].ShouldBeInRange(19_500, 20_500);
        kind.Result.Tasks["Buy"].ShouldBeInRange(7_500, 8_500);
        kind.Result.Tasks["Leave"].ShouldBeInRange(850, 1_150);
        kind.Result.Tasks.Values.Sum().ShouldBe(29_000);
    }

    [Fact]
    public void Tasks_left_out_by_tags_are_never_picked()
    {
        var kind = new UserKind(UserClass.Of<Shopper>(), new TagFilter([], ["cost"]));
        for (var i = 0; i < 1_000; i++) kind.Pick(new Random(i)).Name.ShouldNotBe("Buy");
        kind.Result.Tasks.Keys.ShouldBe(["Look", "Leave"]);
    }

    static List<int> Draw(int seed, int user, SeedStream stream)
    {
        var random = Seeds.Random(seed, user, stream);
        return [.. Enumerable.Range(0, 10).Select(_ => random.Next())];
    }

    sealed class Shopper : VirtualUser
    {
        [UserTask(Weight = 20)]
        public Task Look(UserContext user) => Task.FromResult(this);

        [UserTask(Weight = 8, Tags = ["cost"])]
        public Task Buy(UserContext user) => Task.FromResult(this);

        [UserTask]
        public Task Leave(UserContext user) => Task.FromResult(this);
    }
}

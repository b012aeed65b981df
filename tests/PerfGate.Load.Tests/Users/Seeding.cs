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

    static List<int> Draw(int seed, int user, SeedStream stream)
    {
        var random = Seeds.Random(seed, user, stream);
        return [.. Enumerable.Range(0, 10).Select(_ => random.Next())];
    }
}

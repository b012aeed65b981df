using Microsoft.Extensions.DependencyInjection;

namespace PerfGate.Load.Tests.Scheduling;

public sealed class HelpingUsers : IAsyncDisposable
{
    readonly Load load = new();

    public ValueTask DisposeAsync() => load.DisposeAsync();

    [Fact]
    public async Task Options_services_feeds_and_shared_values_reach_every_user()
    {
        var plan = load.Plan(p => p.Hold(at: 4, 200.Milliseconds()), UserClass.Of<Curious>());
        await Load.Run(plan with { Options = new Dictionary<string, string> { ["access-token"] = "t1" } });
        var said = Enumerable.Range(1, 4).SelectMany(load.Journal.Of).Distinct().Order().ToList();
        said.ShouldBe(["number 0", "number 1", "number 2", "number 3", "option no", "option t1", "shared 1"]);
    }

    [Fact]
    public async Task A_scoped_service_belongs_to_one_user_and_ends_with_it()
    {
        await using var services = new ServiceCollection().AddSingleton(load.Journal).AddScoped<Session>().BuildServiceProvider();
        var result = await Load.Run(load.Plan(p => p.Hold(at: 3, 200.Milliseconds()), UserClass.Of<Member>()) with { Services = services });
        result.Exceptions.ShouldBeEmpty();
        (load.Journal.Count("same session"), load.Journal.Count("session over")).ShouldBe((3, 3));
    }

    sealed class Curious : VirtualUser
    {
        static readonly Feed<long> Numbers = Feed.Counter();
        static int made;

        public override Pace Pace => Pace.Constant(1.Hours());

        [UserTask]
        public async Task Ask(UserContext user)
        {
            var journal = user.Service<Journal>();
            journal.Note(user, $"number {user.Next(Numbers)}");
            journal.Note(user, $"option {user.Option("access-token")}");
            journal.Note(user, $"option {user.Option("other") ?? "no"}");
            journal.Note(user, $"shared {await user.Once("value", () => Task.FromResult(Interlocked.Increment(ref made)))}");
        }
    }

    sealed class Session(Journal journal) : IDisposable
    {
        public UserContext? Owner { get; set; }

        public void Dispose() => journal.Note(Owner!, "session over");
    }

    sealed class Member(Session session, Journal journal) : VirtualUser
    {
        public override Pace Pace => Pace.Constant(1.Hours());

        [UserTask]
        public Task Work(UserContext user)
        {
            if (user.Service<Session>() == session && session.Owner is null) journal.Note(user, "same session");
            session.Owner = user;
            return Task.CompletedTask;
        }
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace PerfGate.Load.Tests.Users;

public sealed class ReadingUserClasses
{
    [Fact]
    public void Tasks_keep_the_order_in_which_they_are_written_base_class_first() =>
        UserClass.Of<Derived>().TaskNames.ShouldBe(["Inherited", "overridden", "Own"]);

    [Fact]
    public void A_task_is_named_after_its_method_unless_it_has_a_name()
    {
        var tasks = UserClass.Of<Derived>().Tasks;
        tasks.Select(t => (t.Name, t.Weight)).ShouldBe([("Inherited", 1), ("overridden", 4), ("Own", 3)]);
        tasks[2].Tags.ShouldBe(["read", "slow"]);
    }

    [Fact]
    public async Task A_task_runs_as_the_method_of_the_user_it_is_given()
    {
        var user = new Derived();
        foreach (var task in UserClass.Of<Derived>().Tasks) await task.Run(user, null!);
        user.Ran.ShouldBe(["Inherited", "Derived.Overridden", "Own"]);
    }

    [Fact]
    public async Task A_task_may_return_a_value_task()
    {
        var user = new Swift();
        foreach (var task in UserClass.Of<Swift>().Tasks) await task.Run(user, null!);
        user.Ran.ShouldBe(2);
    }

    [Fact]
    public void A_sound_class_has_no_problems() => UserClass.Of<Derived>(weight: 9, fixedCount: 1).Problems().ShouldBeEmpty();

    [Fact]
    public void Everything_wrong_is_told_at_once()
    {
        var problems = UserClass.Of<Wrong>(weight: 0, fixedCount: 0).Problems().ToList();

        problems.Count.ShouldBe(8);
        problems[0].ShouldContain("Wrong has weight 0");
        problems[1].ShouldContain("Wrong has the fixed count 0");
        problems[2].ShouldContain("Wrong.ReturnsNothing is marked [UserTask] but is not an instance method 'Task ReturnsNothing(UserContext user)'");
        problems[3].ShouldContain("Wrong.TakesNothing");
        problems[4].ShouldContain("Wrong.Static");
        problems[5].ShouldContain("Wrong.Generic");
        problems[6].ShouldContain("Wrong.Weightless has weight 0");
        problems[7].ShouldContain("Wrong.Twin has the name 'Fine'");
    }

    [Fact]
    public void A_class_without_tasks_is_a_problem() =>
        UserClass.Of<Idle>().Problems().ShouldHaveSingleItem().ShouldContain("Idle has no task");

    [Fact]
    public void An_abstract_class_is_a_problem() =>
        UserClass.Of<Base>().Problems().ShouldHaveSingleItem().ShouldContain("Base is abstract");

    [Fact]
    public void A_constructor_that_the_services_cannot_satisfy_is_a_problem()
    {
        using var none = new ServiceCollection().BuildServiceProvider();
        using var some = new ServiceCollection().AddSingleton(new Uri("http://localhost")).BuildServiceProvider();

        UserClass.Of<Needy>().Problems(services: null).ShouldHaveSingleItem().ShouldContain("Needy cannot be made: its constructor asks for Uri");
        UserClass.Of<Needy>().Problems(none).ShouldHaveSingleItem();
        UserClass.Of<Needy>().Problems(some).ShouldBeEmpty();
        UserClass.Of<Derived>().Problems(services: null).ShouldBeEmpty();
    }

    abstract class Base : VirtualUser
    {
        public List<string> Ran { get; } = [];

        [UserTask]
        public Task Inherited(UserContext user) => Note("Inherited");

        [UserTask(Weight = 2)]
        public virtual Task Overridden(UserContext user) => Note("Base.Overridden");

        protected Task Note(string name)
        {
            Ran.Add(name);
            return Task.CompletedTask;
        }
    }

    sealed class Derived : Base
    {
        [UserTask(Weight = 4, Name = "overridden")]
        public override Task Overridden(UserContext user) => Note("Derived.Overridden");

        [UserTask(Weight = 3, Tags = ["read", "slow"])]
        public Task<int> Own(UserContext user) => Note("Own").ContinueWith(_ => 1, TaskScheduler.Default);

        public Task NotATask(UserContext user) => Note("NotATask");
    }

    sealed class Wrong : VirtualUser
    {
        [UserTask]
        public void ReturnsNothing(UserContext user) => GC.KeepAlive(this);

        [UserTask]
        public Task TakesNothing() => Task.FromResult(this);

        [UserTask]
        public static Task Static(UserContext user) => Task.CompletedTask;

        [UserTask]
        public Task Generic<T>(UserContext user) => Task.FromResult(this);

        [UserTask(Weight = 0)]
        public Task Weightless(UserContext user) => Task.FromResult(this);

        [UserTask]
        public Task Fine(UserContext user) => Task.FromResult(this);

        [UserTask(Name = "Fine")]
        public Task Twin(UserContext user) => Task.FromResult(this);
    }

    sealed class Idle : VirtualUser;

    sealed class Needy(Uri address) : VirtualUser
    {
        [UserTask]
        public Task Work(UserContext user) => Task.FromResult(address);
    }

    sealed class Swift : VirtualUser
    {
        public int Ran { get; private set; }

        [UserTask]
        public ValueTask AtOnce(UserContext user)
        {
            Ran++;
            return ValueTask.CompletedTask;
        }

        [UserTask]
        public async ValueTask Later(UserContext user)
        {
            await Task.Yield();
            Ran++;
        }
    }
}

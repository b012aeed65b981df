using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

public sealed class Ordering
{
    [Fact]
    public void A_task_runs_after_those_it_depends_on() =>
        TestBuild.Of(typeof(Pack), typeof(Compile), typeof(Clean), typeof(Unrelated))
            .Run("--target=Pack").Journal.ShouldBe(["Clean", "Compile", "Pack"]);

    [Fact]
    public void A_task_that_several_depend_on_runs_once() =>
        TestBuild.Of(typeof(Clean), typeof(Compile), typeof(Test), typeof(All))
            .Run("--target=All").Journal.ShouldBe(["Clean", "Compile", "Test", "All"]);

    [Fact]
    public void A_dependee_runs_before_the_task_that_knows_nothing_of_it() =>
        TestBuild.Of(typeof(Clean), typeof(Announce)).Run("--target=Clean").Journal.ShouldBe(["Announce", "Clean"]);

    [Fact]
    public void Asynchronous_tasks_are_waited_for() =>
        TestBuild.Of(typeof(Slow), typeof(AfterSlow)).Run("--target=AfterSlow").Journal.ShouldBe(["Slow begins", "Slow ends", "AfterSlow"]);

    [Fact]
    public void Tasks_that_wait_for_each_other_stop_the_build_before_it_begins()
    {
        var build = TestBuild.Of(typeof(Chicken), typeof(Egg)).With(host => host.UseLifetime<JournalLifetime>()).Run("--target=Egg");
        build.ExitCode.ShouldBe(-1);
        build.Journal.ShouldBeEmpty();
        build.Output.ShouldContain("\"Egg\" and \"Chicken\" cannot depend on each other.");
    }

    [Fact]
    public void A_longer_circle_stops_the_build_too()
    {
        var build = TestBuild.Of(typeof(Rock), typeof(Paper), typeof(Scissors)).Run("--target=Rock");
        build.ExitCode.ShouldBe(-1);
        build.Journal.ShouldBeEmpty();
        build.Output.ShouldContain("Graph contains circular references.");
    }

    [Fact]
    public void Two_tasks_of_one_name_stop_the_build()
    {
        var build = TestBuild.Of(typeof(Clean), typeof(OtherClean)).Run("--target=Clean");
        build.ExitCode.ShouldBe(-1);
        build.Journal.ShouldBeEmpty();
        build.Output.ShouldContain("Error: Another task with the name 'clean' has already been added.");
    }

    [Fact]
    public void A_dependency_that_is_no_task_stops_the_build()
    {
        var build = TestBuild.Of(typeof(Confused)).Run("--target=Confused");
        build.ExitCode.ShouldBe(-1);
        build.Output.ShouldContain("Error: The dependency 'Uri' is not a valid task.");
    }

    [Fact]
    public void A_dependency_that_is_not_part_of_the_build_stops_it()
    {
        var build = TestBuild.Of(typeof(Compile)).Run("--target=Compile");
        build.ExitCode.ShouldBe(-1);
        build.Journal.ShouldBeEmpty();
        build.Output.ShouldContain("Clean");
    }

    sealed class Clean : JournalTask;

    [TaskName("clean")]
    sealed class OtherClean : JournalTask;

    [IsDependentOn(typeof(Clean))]
    sealed class Compile : JournalTask;

    [IsDependentOn(typeof(Compile))]
    sealed class Pack : JournalTask;

    [IsDependentOn(typeof(Clean))]
    [IsDependentOn(typeof(Compile))]
    sealed class Test : JournalTask;

    [IsDependentOn(typeof(Compile))]
    [IsDependentOn(typeof(Test))]
    sealed class All : JournalTask;

    sealed class Unrelated : JournalTask;

    [IsDependeeOf(typeof(Clean))]
    sealed class Announce : JournalTask;

    sealed class Slow : AsyncFrostingTask<JournalContext>
    {
        public override async Task RunAsync(JournalContext context)
        {
            context.Note("Slow begins");
            await Task.Yield();
            context.Note("Slow ends");
        }
    }

    [IsDependentOn(typeof(Slow))]
    sealed class AfterSlow : JournalTask;

    [IsDependentOn(typeof(Egg))]
    sealed class Chicken : JournalTask;

    [IsDependentOn(typeof(Chicken))]
    sealed class Egg : JournalTask;

    [IsDependentOn(typeof(Paper))]
    sealed class Rock : JournalTask;

    [IsDependentOn(typeof(Scissors))]
    sealed class Paper : JournalTask;

    [IsDependentOn(typeof(Rock))]
    sealed class Scissors : JournalTask;

    [IsDependentOn(typeof(Uri))]
    sealed class Confused : JournalTask;
}

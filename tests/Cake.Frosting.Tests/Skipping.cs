using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

public sealed class Skipping
{
    [Fact]
    public void A_dependency_that_should_not_run_is_skipped_and_the_build_goes_on()
    {
        var build = TestBuild.Of(typeof(Never), typeof(After)).Run("--target=After");
        build.ExitCode.ShouldBe(0);
        build.Journal.ShouldBe(["asked", "After"]);
        build.Lines.ShouldContain(line => line.StartsWith("Never ") && line.EndsWith(" Skipped"));
    }

    [Fact]
    public void A_target_that_should_not_run_fails_the_build()
    {
        var build = TestBuild.Of(typeof(Never)).Run("--target=Never");
        build.ExitCode.ShouldBe(-1);
        build.Output.ShouldContain("Error: Could not reach target 'Never' since it was skipped due to a criteria.");
    }

    [Fact]
    public void Whether_to_run_is_asked_when_it_is_the_tasks_turn() =>
        TestBuild.Of(typeof(First), typeof(OnlyAfterFirst)).Run("--target=OnlyAfterFirst").Journal.ShouldBe(["First", "OnlyAfterFirst"]);

    sealed class Never : JournalTask
    {
        public override bool ShouldRun(JournalContext context)
        {
            context.Note("asked");
            return false;
        }
    }

    [IsDependentOn(typeof(Never))]
    sealed class After : JournalTask;

    sealed class First : JournalTask;

    [IsDependentOn(typeof(First))]
    sealed class OnlyAfterFirst(Journal journal) : JournalTask
    {
        public override bool ShouldRun(JournalContext context) => journal.Entries.Contains("First");
    }
}

using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

public sealed class Targeting
{
    static TestBuild Build => TestBuild.Of(typeof(Compile), typeof(Test), typeof(DefaultTask), typeof(Lint));

    [Theory]
    [InlineData("--target=Test")]
    [InlineData("--target", "Test")]
    [InlineData("-t", "Test")]
    [InlineData("-t=Test")]
    [InlineData("--Target=Test")]
    [InlineData("--target=tEsT")]
    public void A_target_is_named_in_any_of_these_ways(params string[] args) =>
        Build.Run(args).Journal.ShouldBe(["Compile", "Test"]);

    [Fact]
    public void Without_a_target_the_task_named_Default_runs() =>
        Build.Run().Journal.ShouldBe(["DefaultTask"]);

    [Theory]
    [InlineData("--exclusive")]
    [InlineData("-e")]
    public void An_exclusive_target_runs_without_its_dependencies(string exclusive) =>
        Build.Run("--target=Test", exclusive).Journal.ShouldBe(["Test"]);

    [Fact]
    public void Several_targets_run_in_the_order_given_and_shared_dependencies_once() =>
        Build.Run("--target=Lint", "--target=Test").Journal.ShouldBe(["Compile", "Lint", "Test"]);

    [Fact]
    public void A_target_that_does_not_exist_fails_and_nothing_runs()
    {
        var build = Build.With(host => host.UseLifetime<JournalLifetime>()).Run("--target=Deploy");
        build.ExitCode.ShouldBe(-1);
        build.Journal.ShouldBeEmpty();
        build.Output.ShouldContain("Error: The target 'Deploy' was not found.");
    }

    sealed class Compile : JournalTask;

    [IsDependentOn(typeof(Compile))]
    sealed class Test : JournalTask;

    [IsDependentOn(typeof(Compile))]
    sealed class Lint : JournalTask;

    [TaskName("Default")]
    sealed class DefaultTask : JournalTask;
}

using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

public sealed class Failing
{
    [Fact]
    public void A_failure_ends_the_build_before_the_tasks_that_depend_on_it()
    {
        var build = TestBuild.Of(typeof(Compile), typeof(Test)).Run("--target=Test");
        build.ExitCode.ShouldBe(-1);
        build.Journal.ShouldBe(["Compile"]);
    }

    [Fact]
    public void It_says_which_task_failed_and_why()
    {
        var build = TestBuild.Of(typeof(Compile)).Run("--target=Compile");
        build.Output.ShouldContain("An error occurred when executing task 'Compile'.");
        build.Output.ShouldContain("Error: The pipe broke.");
        build.Output.ShouldNotContain("InvalidOperationException");
    }

    [Fact]
    public void A_diagnostic_build_shows_the_whole_exception()
    {
        var build = TestBuild.Of(typeof(Compile)).Run("--target=Compile", "--verbosity=diagnostic");
        build.Output.ShouldContain("System.InvalidOperationException: The pipe broke.");
        build.Output.ShouldContain($"at {typeof(FailingTask).FullName}.Run");
    }

    [Fact]
    public void The_exit_code_is_the_same_whatever_the_exception() =>
        TestBuild.Of(typeof(Cancelled)).Run("--target=Cancelled").ExitCode.ShouldBe(-1);

    [Fact]
    public void An_asynchronous_failure_counts_alike()
    {
        var build = TestBuild.Of(typeof(Later)).Run("--target=Later");
        build.ExitCode.ShouldBe(-1);
        build.Output.ShouldContain("Error: Too late.");
    }

    [Fact]
    public void A_context_that_cannot_be_made_is_told_like_any_failure()
    {
        var build = TestBuild.Of(typeof(Compile)).With(host => host.UseContext<Broken>()).Run("--target=Compile");
        build.ExitCode.ShouldBe(-1);
        build.Journal.ShouldBeEmpty();
        build.Output.ShouldContain("Error: No settings.");
    }

    sealed class Compile : FailingTask;

    [IsDependentOn(typeof(Compile))]
    sealed class Test : JournalTask;

    sealed class Cancelled : FrostingTask<JournalContext>
    {
        public override void Run(JournalContext context) => throw new OperationCanceledException();
    }

    sealed class Later : AsyncFrostingTask<JournalContext>
    {
        public override async Task RunAsync(JournalContext context)
        {
            await Task.Yield();
            throw new TimeoutException("Too late.");
        }
    }

    sealed class Broken : FrostingContext
    {
        public Broken(Cake.Core.ICakeContext context) : base(context) => throw new InvalidOperationException("No settings.");
    }
}

using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

public sealed class Recovering
{
    [Fact]
    public void A_task_with_an_error_handler_swallows_its_failure()
    {
        var build = TestBuild.Of(typeof(Handled), typeof(AfterHandled)).Run("--target=AfterHandled");
        build.ExitCode.ShouldBe(0);
        build.Journal.ShouldBe(["Handled", "handled The pipe broke.", "AfterHandled"]);
    }

    [Fact]
    public void A_handler_that_throws_fails_the_build_with_its_own_exception()
    {
        var build = TestBuild.Of(typeof(Rethrown)).Run("--target=Rethrown");
        build.ExitCode.ShouldBe(-1);
        build.Output.ShouldContain("Error: Worse.");
    }

    [Fact]
    public void A_handler_is_not_called_without_a_failure()
    {
        var build = TestBuild.Of(typeof(Fine)).Run("--target=Fine");
        build.ExitCode.ShouldBe(0);
        build.Journal.ShouldBe(["Fine"]);
    }

    [Fact]
    public void A_task_that_continues_on_error_lets_the_build_succeed()
    {
        var build = TestBuild.Of(typeof(Optional), typeof(AfterOptional)).Run("--target=AfterOptional");
        build.ExitCode.ShouldBe(0);
        build.Journal.ShouldBe(["Optional", "AfterOptional"]);
    }

    [Theory]
    [InlineData(typeof(FinallyFine), 0)]
    [InlineData(typeof(FinallyFailing), -1)]
    public void Finally_is_called_whether_the_task_failed_or_not(Type task, int exitCode)
    {
        var build = TestBuild.Of(task).Run("--target", task.Name);
        build.ExitCode.ShouldBe(exitCode);
        build.Journal.ShouldBe([task.Name, "finally"]);
    }

    [Fact]
    public void Finally_comes_after_the_error_handler() =>
        TestBuild.Of(typeof(Both)).Run("--target=Both").Journal.ShouldBe(["Both", "handled", "finally"]);

    [Fact]
    public void Asynchronous_tasks_have_both_hooks_too()
    {
        var build = TestBuild.Of(typeof(AsyncBoth)).Run("--target=AsyncBoth");
        build.ExitCode.ShouldBe(0);
        build.Journal.ShouldBe(["handled Later.", "finally"]);
    }

    sealed class Handled : FailingTask
    {
        public override void OnError(Exception exception, JournalContext context) => context.Note($"handled {exception.Message}");
    }

    [IsDependentOn(typeof(Handled))]
    sealed class AfterHandled : JournalTask;

    sealed class Rethrown : FailingTask
    {
        public override void OnError(Exception exception, JournalContext context) => throw new InvalidOperationException("Worse.", exception);
    }

    sealed class Fine : JournalTask
    {
        public override void OnError(Exception exception, JournalContext context) => context.Note("handled");
    }

    [ContinueOnError]
    sealed class Optional : FailingTask;

    [IsDependentOn(typeof(Optional))]
    sealed class AfterOptional : JournalTask;

    sealed class FinallyFine : JournalTask
    {
        public override void Finally(JournalContext context) => context.Note("finally");
    }

    sealed class FinallyFailing : FailingTask
    {
        public override void Finally(JournalContext context) => context.Note("finally");
    }

    sealed class Both : FailingTask
    {
        public override void OnError(Exception exception, JournalContext context) => context.Note("handled");

        public override void Finally(JournalContext context) => context.Note("finally");
    }

    sealed class AsyncBoth : AsyncFrostingTask<JournalContext>
    {
        public override async Task RunAsync(JournalContext context)
        {
            await Task.Yield();
            throw new TimeoutException("Later.");
        }

        public override void OnError(Exception exception, JournalContext context) => context.Note($"handled {exception.Message}");

        public override void Finally(JournalContext context) => context.Note("finally");
    }
}

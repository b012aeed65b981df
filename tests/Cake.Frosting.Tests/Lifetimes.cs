using Cake.Core;
using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

public sealed class Lifetimes
{
    [Fact]
    public void Setup_comes_before_the_first_task_and_teardown_after_the_last() =>
        TestBuild.Of(typeof(Compile), typeof(Test)).With(host => host.UseLifetime<JournalLifetime>()).Run("--target=Test").Journal
            .ShouldBe(["setup Test: Compile, Test", "Compile", "Test", "teardown, successful"]);

    [Fact]
    public void Teardown_comes_after_a_failure_and_knows_it()
    {
        var build = TestBuild.Of(typeof(Broken)).With(host => host.UseLifetime<JournalLifetime>()).Run("--target=Broken");
        build.ExitCode.ShouldBe(-1);
        build.Journal.ShouldBe(["setup Broken: Broken", "Broken", "teardown, failed: The pipe broke."]);
    }

    [Fact]
    public void A_swallowed_failure_is_a_success_to_teardown() =>
        TestBuild.Of(typeof(Optional)).With(host => host.UseLifetime<JournalLifetime>()).Run("--target=Optional").Journal
            .ShouldBe(["setup Optional: Optional", "Optional", "teardown, successful"]);

    [Fact]
    public void A_failing_setup_runs_no_task_and_still_tears_down()
    {
        var build = TestBuild.Of(typeof(Compile)).With(host => host.UseLifetime<FailingSetup>()).Run("--target=Compile");
        build.ExitCode.ShouldBe(-1);
        build.Journal.ShouldBe(["teardown, successful: False"]);
        build.Output.ShouldContain("Error: No room.");
    }

    [Fact]
    public void A_failing_teardown_fails_a_build_that_had_succeeded()
    {
        var build = TestBuild.Of(typeof(Compile)).With(host => host.UseLifetime<FailingTeardown>()).Run("--target=Compile");
        build.ExitCode.ShouldBe(-1);
        build.Journal.ShouldBe(["Compile"]);
        build.Output.ShouldContain("Error: Left behind.");
    }

    [Fact]
    public void One_context_is_shared_by_setup_tasks_and_teardown()
    {
        var build = TestBuild.Of(typeof(Counting))
            .With(host => host.UseContext<CountingContext>().UseLifetime<CountingLifetime>())
            .Run("--target=Counting");
        build.ExitCode.ShouldBe(0);
        build.Journal.ShouldBe(["3"]);
    }

    sealed class Compile : JournalTask;

    [IsDependentOn(typeof(Compile))]
    sealed class Test : JournalTask;

    sealed class Broken : FailingTask;

    [ContinueOnError]
    sealed class Optional : FailingTask;

    sealed class FailingSetup : FrostingLifetime<JournalContext>
    {
        public override void Setup(JournalContext context, ISetupContext info) => throw new IOException("No room.");

        public override void Teardown(JournalContext context, ITeardownContext info) => context.Note($"teardown, successful: {info.Successful}");
    }

    sealed class FailingTeardown : FrostingLifetime<JournalContext>
    {
        public override void Setup(JournalContext context, ISetupContext info)
        {
        }

        public override void Teardown(JournalContext context, ITeardownContext info) => throw new IOException("Left behind.");
    }

    sealed class CountingContext(ICakeContext context, Journal journal) : FrostingContext(context)
    {
        int count;

        public int Count
        {
            get => count;
            set
            {
                count = value;
                if (count == 3) journal.Entries.Add($"{count}");
            }
        }
    }

    sealed class CountingLifetime : FrostingLifetime<CountingContext>
    {
        public override void Setup(CountingContext context, ISetupContext info) => context.Count++;

        public override void Teardown(CountingContext context, ITeardownContext info) => context.Count++;
    }

    sealed class Counting : FrostingTask<CountingContext>
    {
        public override void Run(CountingContext context) => context.Count++;
    }
}

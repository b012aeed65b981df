using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

public sealed class Showing
{
    static TestBuild Build => TestBuild.Of(typeof(Compile), typeof(Test)).With(host => host.UseLifetime<JournalLifetime>());

    [Fact]
    public void The_tree_shows_dependencies_under_each_task_and_runs_nothing()
    {
        var build = Build.Run("--tree");
        build.ExitCode.ShouldBe(0);
        build.Journal.ShouldBeEmpty();
        var test = build.Lines.ToList().IndexOf("unit-tests");
        test.ShouldBeGreaterThanOrEqualTo(0);
        build.Lines[test + 1].ShouldBe("└─Compile");
    }

    [Fact]
    public void The_description_lists_every_task_with_what_it_does_and_runs_nothing()
    {
        var build = Build.Run("--description");
        build.ExitCode.ShouldBe(0);
        build.Journal.ShouldBeEmpty();
        build.Lines.ShouldContain(line => line.StartsWith("Compile ") && line.EndsWith(" Builds it all."));
        build.Lines.ShouldContain("unit-tests");
    }

    [Fact]
    public void A_dry_run_lists_the_tasks_in_order_and_runs_only_the_lifetime()
    {
        var build = Build.Run("--target=unit-tests", "--dryrun");
        build.ExitCode.ShouldBe(0);
        build.Journal.ShouldBe(["setup unit-tests: Compile, unit-tests", "teardown, successful"]);
        build.Lines.ShouldContain("1. Compile");
        build.Lines.ShouldContain("2. unit-tests");
        build.Output.ShouldContain("This was a dry run.");
    }

    [Fact]
    public void A_dry_run_of_an_unknown_target_fails()
    {
        var build = Build.Run("--target=Deploy", "--dryrun");
        build.ExitCode.ShouldBe(-1);
        build.Output.ShouldContain("Error: The target 'Deploy' was not found.");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public void Help_names_every_option(string help)
    {
        var build = Build.Run(help);
        build.ExitCode.ShouldBe(0);
        build.Journal.ShouldBeEmpty();
        string[] options =
        [
            "-t, --target <TARGET>", "-w, --working <PATH>", "-v, --verbosity <VERBOSITY>", "-e, --exclusive",
            "--description", "--tree", "--dryrun", "--version",
        ];
        options.ShouldAllBe(option => build.Output.Contains(option));
    }

    [Fact]
    public void The_version_is_one_line_and_nothing_runs()
    {
        var build = Build.Run("--version");
        build.ExitCode.ShouldBe(0);
        build.Journal.ShouldBeEmpty();
        build.Lines.Count(line => line.Length > 0).ShouldBe(1);
    }

    [TaskDescription("Builds it all.")]
    sealed class Compile : JournalTask;

    [TaskName("unit-tests")]
    [IsDependentOn(typeof(Compile))]
    sealed class Test : JournalTask;
}

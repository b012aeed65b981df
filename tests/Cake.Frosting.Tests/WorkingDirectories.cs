using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

/// <summary>The working directory belongs to the process: each test puts it back.</summary>
public sealed class WorkingDirectories : IDisposable
{
    readonly string before = Directory.GetCurrentDirectory();
    readonly string root = Directory.CreateTempSubdirectory("cake-frosting-").FullName;

    public WorkingDirectories()
    {
        Directory.CreateDirectory(Path.Combine(root, "one"));
        Directory.CreateDirectory(Path.Combine(root, "two"));
        Directory.SetCurrentDirectory(root);
    }

    public void Dispose()
    {
        Directory.SetCurrentDirectory(before);
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void A_build_works_where_it_was_started() =>
        WorkedIn(TestBuild.Of(typeof(Where)).Run("--target=Where")).ShouldBe(Path.GetFileName(root));

    [Fact]
    public void A_host_can_choose_a_folder() =>
        WorkedIn(TestBuild.Of(typeof(Where)).With(host => host.UseWorkingDirectory("one")).Run("--target=Where")).ShouldBe("one");

    [Theory]
    [InlineData("--working=two")]
    [InlineData("-w", "two")]
    public void The_command_line_has_the_last_word(params string[] args) =>
        WorkedIn(TestBuild.Of(typeof(Where)).With(host => host.UseWorkingDirectory("one")).Run(["--target=Where", .. args])).ShouldBe("two");

    [Fact]
    public void A_folder_that_does_not_exist_fails_the_build_before_anything_runs()
    {
        var build = TestBuild.Of(typeof(Where)).With(host => host.UseLifetime<JournalLifetime>()).Run("--target=Where", "--working=three");
        build.ExitCode.ShouldBe(-1);
        build.Journal.ShouldBeEmpty();
        build.Output.ShouldContain("three' does not exist.");
    }

    static string WorkedIn(BuildOutcome build)
    {
        build.ExitCode.ShouldBe(0, build.Output);
        return build.Journal.ShouldHaveSingleItem();
    }

    sealed class Where : FrostingTask<JournalContext>
    {
        public override void Run(JournalContext context) => context.Note(context.Environment.WorkingDirectory.GetDirectoryName());
    }
}

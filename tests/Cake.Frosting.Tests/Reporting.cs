using System.Text.RegularExpressions;
using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

public sealed partial class Reporting
{
    [Fact]
    public void The_table_at_the_end_has_a_row_for_each_part_of_the_build_and_their_sum()
    {
        var build = TestBuild.Of(typeof(Compile), typeof(Test)).With(host => host.UseLifetime<JournalLifetime>()).Run("--target=Test");
        build.Lines.ShouldContain(line => line.StartsWith("Task ") && line.Contains("Duration"));
        build.Lines.Select(FirstWord).Where(word => word is "Setup" or "Compile" or "Test" or "Teardown" or "Total:").TakeLast(5)
            .ShouldBe(["Setup", "Compile", "Test", "Teardown", "Total:"]);
        build.Lines.ShouldContain(line => Row().IsMatch(line));
    }

    [Fact]
    public void It_names_the_task_that_failed()
    {
        var build = TestBuild.Of(typeof(Broken)).Run("--target=Broken");
        build.Lines.ShouldContain(line => FirstWord(line) == "Broken" && line.EndsWith(" Failed"));
    }

    [Fact]
    public void A_quiet_build_does_not_announce_each_task()
    {
        var build = TestBuild.Of(typeof(Compile)).Run("--target=Compile", "--verbosity=quiet");
        build.ExitCode.ShouldBe(0);
        build.Lines.ShouldNotContain("Compile");
    }

    [Fact]
    public void A_normal_build_announces_each_task() =>
        TestBuild.Of(typeof(Compile)).Run("--target=Compile").Lines.ShouldContain("Compile");

    static string FirstWord(string line) => line.Split(' ')[0];

    [GeneratedRegex(@"^Compile +00:00:\d\d\.\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Row();

    sealed class Compile : JournalTask;

    [IsDependentOn(typeof(Compile))]
    sealed class Test : JournalTask;

    sealed class Broken : FailingTask;
}

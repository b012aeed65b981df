using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

public sealed class Finding
{
    [Fact]
    public void Public_tasks_of_the_entry_assembly_are_found_by_their_class_name()
    {
        var build = TestBuild.Of().Run("--target=FindingPublicTask");
        build.ExitCode.ShouldBe(0);
        build.Output.ShouldContain("found");
    }

    [Fact]
    public void Other_tasks_are_not()
    {
        var build = TestBuild.Of().Run("--description");
        build.ExitCode.ShouldBe(0);
        build.Output.ShouldContain(nameof(FindingPublicTask));
        build.Output.ShouldNotContain(nameof(FindingInternalTask));
        build.Output.ShouldNotContain(nameof(FindingAbstractTask));
    }

    public sealed class FindingPublicTask : FrostingTask
    {
        public override void Run(ICakeContext context) => context.Log.Information("found");
    }

    public abstract class FindingAbstractTask : AsyncFrostingTask;

    internal sealed class FindingInternalTask : FrostingTask;
}

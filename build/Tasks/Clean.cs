using Cake.Common.IO;
using Cake.Frosting;
using PerfGate.Frosting;

namespace Build.Tasks;

/// <summary>Removes what runs and tests left behind; the build host's own files stay, since it is running.</summary>
[TaskName("Clean")]
[TaskDescription("Removes what runs, tests and benchmarks left in artifacts/.")]
public sealed class Clean : FrostingTask<PerfContext>
{
    /// <inheritdoc />
    public override void Run(PerfContext context)
    {
        foreach (var folder in new[] { "artifacts/perf", "artifacts/tests", "artifacts/bench" })
            if (context.DirectoryExists(folder))
                context.DeleteDirectory(folder, new Cake.Common.IO.DeleteDirectorySettings { Recursive = true, Force = true });
    }
}

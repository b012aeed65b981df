using Cake.Frosting;
using PerfGate.Environments.Processes;
using PerfGate.Frosting;

namespace Build.Tasks;

/// <summary>Compiles the whole solution, tests included.</summary>
[TaskName("Compile")]
[TaskDescription("Compiles the whole solution, tests included.")]
public sealed class Compile : AsyncFrostingTask<PerfContext>
{
    /// <inheritdoc />
    public override async Task RunAsync(PerfContext context)
    {
        // No build server may stay behind when this ends.
        var build = new ProcessCommand(
            "dotnet", "build", "PerfGate.slnx", "-c", "Release", "--nologo", "-v", "quiet", "-clp:ErrorsOnly;NoSummary", "-nodeReuse:false", "-p:UseSharedCompilation=false")
        {
            PassThrough = ["*"],
        };
        await new ProcessRunner(TimeProvider.System).RequireAsync(build, context.Cancellation);
    }
}

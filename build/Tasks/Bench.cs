using System.Diagnostics;
using Cake.Frosting;
using PerfGate.Environments.Processes;
using PerfGate.Frosting;

namespace Build.Tasks;

/// <summary>Measures the load engine beside its peers, in a process of its own.</summary>
[TaskName("Bench")]
[TaskDescription("Measures the load engine beside every peer found on the machine, and fails when a bar is missed (--only, --peers, --seconds, --repeat, --memory-minutes, --quick, --full).")]
public sealed class Bench : AsyncFrostingTask<PerfContext>
{
    const string Project = "tests/Benchmarks/Benchmarks.csproj";
    const string Program = "artifacts/bin/Benchmarks/release/Benchmarks.dll";

    static readonly string[] Options = ["only", "peers", "seconds", "repeat", "memory-minutes"];
    static readonly string[] Flags = ["quick", "full"];

    /// <inheritdoc />
    public override async Task RunAsync(PerfContext context)
    {
        var processes = new ProcessRunner(TimeProvider.System);
        // No build server may stay behind when this ends, nor take a share of the machine meanwhile.
        var build = new ProcessCommand("dotnet", "build", Project, "-c", "Release", "--nologo", "-v", "quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false")
        {
            PassThrough = ["*"],
        };
        await processes.RequireAsync(build, context.Cancellation);

        var arguments = Options.Where(context.Arguments.HasArgument).Select(o => $"--{o}={context.Arguments.GetArguments(o).Last()}")
            .Concat(Flags.Where(context.Arguments.HasArgument).Select(f => $"--{f}"));
        var code = await Run([Program, .. arguments], context.Cancellation);
        if (code != 0) context.Fail(code, $"The benchmarks ended with exit code {code} (2: a bar is missed); what they measured is in artifacts/bench/.");
    }

    // It has the terminal to itself, so that what it measures is seen as it comes.
    static async Task<int> Run(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false } };
        process.Start();
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode;
    }
}

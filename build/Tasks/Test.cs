using System.Collections.Concurrent;
using Cake.Common.IO;
using Cake.Common.Diagnostics;
using Cake.Core;
using Cake.Frosting;
using PerfGate.Environments.Processes;
using PerfGate.Frosting;

namespace Build.Tasks;

/// <summary>Runs every test project and adds up what they say.</summary>
[TaskName("Test")]
[TaskDescription("Runs all tests, or those of one project (--tests=NAME), or those that take minutes each (--long), and ends with 'N passed, N failed'.")]
[IsDependentOn(typeof(Compile))]
public sealed class Test : AsyncFrostingTask<PerfContext>
{
    const string Results = "artifacts/tests";
    const string Alone = "Acceptance";
    const int AtOnce = 2;

    // Tests that take minutes each are marked with this trait, and have a call of their own.
    const string Long = "Length=long";

    /// <inheritdoc />
    public override async Task RunAsync(PerfContext context)
    {
        var only = context.Arguments.GetArguments("tests").LastOrDefault();
        var names = Directory.EnumerateDirectories("tests")
            .Select(folder => Path.GetFileName(folder)!)
            .Where(name => File.Exists($"tests/{name}/{name}.csproj") && name != "Benchmarks")
            .Where(name => only is null || name.Contains(only, StringComparison.OrdinalIgnoreCase))
            // The largest first: what is left at the end is short, and no processor waits for it.
            .OrderByDescending(SizeOf)
            .ToList();
        var isLong = context.Arguments.HasArgument("long");
        if (isLong) names.RemoveAll(name => name != Alone);
        if (names.Count == 0) throw new CakeException($"No test project has '{only}' in its name. There are: {string.Join(", ", Directory.EnumerateDirectories("tests").Select(Path.GetFileName))}.");

        context.EnsureDirectoryExists(Results);
        // The acceptance tests load the machine: they run alone, and last.
        var counts = new ConcurrentBag<TestCounts>();
        await Parallel.ForEachAsync(
            names.Where(name => name != Alone),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = context.Cancellation },
            async (name, _) => counts.Add(await Run(context, name, "-trait-", Long)));
        if (names.Contains(Alone)) counts.Add(await Run(context, Alone, isLong ? "-trait" : "-trait-", Long));

        var sum = counts.Aggregate((a, b) => a + b);
        context.Information("");
        Console.WriteLine(sum);
        if (sum.Failed > 0 || sum.Passed == 0) throw new CakeException($"Tests failed: {sum}. Each project's results are in {Results}/.");
    }

    static long SizeOf(string name) => Directory.EnumerateFiles($"tests/{name}", "*.cs", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);

    static async Task<TestCounts> Run(PerfContext context, string name, params string[] filter)
    {
        var results = Path.GetFullPath($"{Results}/{name}.trx");
        File.Delete(results);
        var tests = new ProcessCommand("dotnet", [$"artifacts/bin/{name}/release/{name}.dll", "-trx", results, "-noLogo", "-noColor", .. filter])
        {
            PassThrough = ["*"],
            Within = TimeSpan.FromMinutes(40),
        };
        var ran = await new ProcessRunner(TimeProvider.System).RunAsync(tests, context.Cancellation);
        var counts = TestCounts.Read(results);
        if (ran.ExitCode != 0 || counts is null) Console.WriteLine(ran.Tail);

        // A runner that died before it wrote its results is a failure of its own.
        counts = counts is null ? new TestCounts(0, 1, 0) : ran.ExitCode != 0 && counts.Failed == 0 ? counts with { Failed = 1 } : counts;
        Console.WriteLine($"{name,-32} {counts}  ({ran.Duration.TotalSeconds:0.0} s)");
        return counts;
    }
}

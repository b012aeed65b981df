using System.Globalization;
using System.Runtime.InteropServices;
using PerfGate.Environments.Processes;

namespace Benchmarks.Measuring;

/// <summary>
/// Starts programs on a core of their own where there is taskset and more than one core: servers on the first, load on the last.
/// </summary>
internal sealed partial class Machine(TimeProvider time)
{
    /// <summary>More open files than this are asked for with prlimit.</summary>
    public const int PlentyOfFiles = 15_000;

    /// <summary>Room for what a process opens beside its connections.</summary>
    public const int FilesBesideConnections = 500;

    const int ResourceUsageOfChildren = -1;

    readonly ProcessRunner runner = new(time) { Redactor = Redactor.Of() };

    /// <summary>Whether servers and load have a core each.</summary>
    public bool IsPinned { get; } = Environment.ProcessorCount > 1 && Find("taskset") is not null;

    /// <summary>The path of a program on PATH, or where servers are; null when it is not installed.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    /// <summary>How many of the wanted files a child may open: all of them where the hard limit allows it or can be raised.</summary>
    public async Task<int> MostFiles(int wanted, CancellationToken ct)
    {
        var hard = File.ReadLines("/proc/self/limits").Single(l => l.StartsWith("Max open files", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[4];
        if (hard == "unlimited" || int.Parse(hard, CultureInfo.InvariantCulture) is var limit && limit >= wanted) return wanted;
        var raised = await runner.RunAsync(new ProcessCommand("prlimit", $"--nofile={wanted}:{wanted}", "true"), ct);
        return raised.ExitCode == 0 ? wanted : limit;
    }

    /// <summary>This program itself, to be started with other arguments.</summary>
    public IReadOnlyList<string> Own(params string[] arguments) =>
        [Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "Benchmarks.dll"), .. arguments];

    /// <summary>Runs a program that sends load to its end.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="within">It is killed when it takes longer.</param>
    /// <param name="files">How many files it must be able to open; null: the machine's usual limit.</param>
    /// <param name="ct">Kills it.</param>
    /// <exception cref="ProcessFailedException">It could not be started, failed, or took too long.</exception>
    public async Task<ProgramRun> Run(IReadOnlyList<string> command, TimeSpan within, int? files, CancellationToken ct) =>
        await Run(command, within, files, new Dictionary<string, string>(StringComparer.Ordinal), ct);

    /// <inheritdoc cref="Run(IReadOnlyList{string}, TimeSpan, int?, CancellationToken)"/>
    public async Task<ProgramRun> Run(
        IReadOnlyList<string> command,
        TimeSpan within,
        int? files,
        IReadOnlyDictionary<string, string> variables,
        CancellationToken ct)
    {
        var before = CpuOfChildren();
        // Locust ends with 1 when a request failed; what a peer counted is looked at, not its exit code alone.
        var result = await runner.RunAsync(
            Command(command, Environment.ProcessorCount - 1, files) with { Within = within, Variables = variables }, ct);
        return result.ExitCode == 0
            ? new ProgramRun(result.Output, result.Tail, CpuOfChildren() - before)
            : throw new InvalidOperationException($"{command[0]} ended with exit code {result.ExitCode}:{Environment.NewLine}{result.Tail}");
    }

    /// <summary>Starts a server; its log goes to a file in the folder.</summary>
    public ServiceProcess Serve(IReadOnlyList<string> command, int? files, string folder) =>
        runner.StartService("server", Command(command, core: 0, files), folder);

    ProcessCommand Command(IReadOnlyList<string> command, int core, int? files)
    {
        if (files is { } wanted) command = ["prlimit", $"--nofile={wanted}:{wanted}", .. command];
        if (IsPinned) command = ["taskset", "-c", $"{core}", .. command];
        return new ProcessCommand(command[0], [.. command.Skip(1)]) { PassThrough = ["DOTNET_ROOT*"] };
    }

    // Of those that have ended and were waited for. Only one program runs to its end at a time, so a difference is its own.
    static double CpuOfChildren()
    {
        Span<long> usage = stackalloc long[18];
        return ResourceUsage(ResourceUsageOfChildren, ref usage[0]) == 0
            ? usage[0] + usage[2] + (usage[1] + usage[3]) / 1e6
            : throw new InvalidOperationException("The CPU time of child processes cannot be read: getrusage failed.");
    }

    // struct rusage begins with user and system time, each as seconds and microseconds.
    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int ResourceUsage(int who, ref long usage);
}

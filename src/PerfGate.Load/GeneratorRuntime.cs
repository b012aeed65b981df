using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using PerfGate.Load.Scheduling;

namespace PerfGate.Load;

/// <summary>
/// Settings of the runtime that decide what a request costs the generator. Those that a program can make are made by
/// <see cref="Prepare"/>; the kind of garbage collector is decided by the build program's project file before anything runs.
/// </summary>
public static class GeneratorRuntime
{
    // The runtime reads it once, at the first use of sockets: replies are then taken up on the thread that found them, without a
    // hop to another one, which is a quarter of what a request costs.
    const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>Makes the settings that can be made; to be called before the first use of sockets. What somebody set stays.</summary>
    public static void Prepare()
    {
        if (Environment.GetEnvironmentVariable(InlineCompletions) is null) Environment.SetEnvironmentVariable(InlineCompletions, "1");
    }

    internal static IReadOnlyDictionary<string, string> Read()
    {
        ThreadPool.GetMinThreads(out var least, out _);
        ThreadPool.GetMaxThreads(out var most, out _);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["framework"] = RuntimeInformation.FrameworkDescription,
            ["garbage collector"] = GCSettings.IsServerGC ? "server" : "workstation",
            ["collects in the background"] = Word(AppContext.TryGetSwitch("System.GC.Concurrent", out var concurrent) ? concurrent : null),
            ["profile-guided tiering"] = Word(AppContext.TryGetSwitch("System.Runtime.TieredPGO", out var guided) ? guided : null),
            ["inline socket completions"] = Word(Environment.GetEnvironmentVariable(InlineCompletions) is "1"),
            ["pool threads"] = string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"),
            ["processors"] = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture),
            ["file descriptors"] = FileDescriptors.Limit?.ToString(CultureInfo.InvariantCulture) ?? "not known",
        };
    }

    static string Word(bool? value) => value switch { true => "on", false => "off", null => "as the runtime has it" };
}

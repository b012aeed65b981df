using System.Runtime;
using System.Runtime.InteropServices;

namespace PerfGate.Gate.Fingerprints;

/// <summary>The machine, as far as it changes measurements. Never what is measured anew each time, such as the clock rate.</summary>
public sealed record MachineFacts
{
    /// <summary>The processor's model; null when unknown.</summary>
    public required string? CpuModel { get; init; }

    /// <summary>Logical processors that this process may use.</summary>
    public required int Processors { get; init; }

    /// <summary>Physical memory; null when unknown.</summary>
    public required long? MemoryBytes { get; init; }

    /// <summary>The operating system's image and architecture, such as "Debian GNU/Linux 12 (bookworm), x64".</summary>
    public required string Os { get; init; }

    /// <summary>The version of the .NET runtime.</summary>
    public required string Runtime { get; init; }

    /// <summary>"server" or "workstation", and whether concurrent.</summary>
    public required string GcMode { get; init; }

    /// <summary>How many processors the container may use, fractions included; null without a limit.</summary>
    public double? CpuLimit { get; init; }

    /// <summary>How much memory the container may use; null without a limit.</summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>The facts of this machine and process.</summary>
    public static MachineFacts Read() => Read(OperatingSystem.IsLinux() ? new LinuxFiles("/") : null);

    internal static MachineFacts Read(LinuxFiles? linux) => new()
    {
        CpuModel = linux is null ? DesktopFacts.CpuModel() : linux.CpuModel(),
        Processors = Environment.ProcessorCount,
        MemoryBytes = linux is null ? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes : linux.MemoryBytes(),
        Os = $"{linux?.OsName() ?? DesktopFacts.OsName()}, {RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}",
        Runtime = Environment.Version.ToString(),
        GcMode = GcModeOf(GCSettings.IsServerGC, GCSettings.LatencyMode),
        CpuLimit = linux is null ? null : new Cgroups(linux).CpuLimit(),
        MemoryLimitBytes = linux is null ? null : new Cgroups(linux).MemoryLimitBytes(),
    };

    static string GcModeOf(bool server, GCLatencyMode latency) =>
        $"{(server ? "server" : "workstation")}, {(latency == GCLatencyMode.Batch ? "not concurrent" : "concurrent")}";
}

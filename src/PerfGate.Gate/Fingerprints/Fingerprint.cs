using System.Globalization;

namespace PerfGate.Gate.Fingerprints;

/// <summary>
/// On what and with what a run was made. Runs are compared only when their fingerprints are equal; when they are not, the
/// named parts say why.
/// </summary>
/// <param name="Hash">Twelve hexadecimal digits that stand for the parts.</param>
/// <param name="Parts">The parts by name, for people.</param>
public sealed record Fingerprint(string Hash, IReadOnlyDictionary<string, string> Parts)
{
    const string Unknown = "unknown";
    const string None = "none";
    const double GiB = 1L << 30;

    /// <summary>The fingerprint of a workload on a machine.</summary>
    public static Fingerprint Of(MachineFacts machine, Workload workload)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(workload);
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CPU"] = machine.CpuModel ?? Unknown,
            ["processors"] = machine.Processors.ToString(CultureInfo.InvariantCulture),
            ["memory"] = MemoryClass(machine.MemoryBytes),
            ["OS"] = machine.Os,
            [".NET"] = machine.Runtime,
            ["GC"] = machine.GcMode,
            ["container CPU limit"] = machine.CpuLimit is { } cpus ? string.Create(CultureInfo.InvariantCulture, $"{cpus:0.##} processors") : None,
            ["container memory limit"] = machine.MemoryLimitBytes is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"{bytes / GiB:0.##} GiB") : None,
            ["environment"] = workload.Environment,
            ["engine"] = workload.Engine,
            ["suite"] = workload.SuitePart,
            ["profile"] = workload.ProfilePart,
        };
        return new Fingerprint(ShortHash.Of(parts.SelectMany(p => new[] { p.Key, p.Value })), parts);
    }

    /// <summary>What differs, as "name: there / here".</summary>
    internal static IEnumerable<string> Differences(IReadOnlyDictionary<string, string> there, IReadOnlyDictionary<string, string> here) =>
        here.Keys.Union(there.Keys, StringComparer.Ordinal)
            .Where(name => there.GetValueOrDefault(name) != here.GetValueOrDefault(name))
            .Select(name => $"{name}: {there.GetValueOrDefault(name, Unknown)} there, {here.GetValueOrDefault(name, Unknown)} here");

    // The nearest power of two: what firmware and hypervisors keep for themselves does not make it another machine.
    static string MemoryClass(long? bytes) =>
        bytes is > 0 and var b ? string.Create(CultureInfo.InvariantCulture, $"{Math.Pow(2, Math.Round(Math.Log2(b / GiB))):0.###} GiB class") : Unknown;
}

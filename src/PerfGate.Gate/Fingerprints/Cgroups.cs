using System.Globalization;

namespace PerfGate.Gate.Fingerprints;

/// <summary>
/// The limits of the control groups that this process is in, version 2 or 1: the tightest one from its own group up to the
/// root; null where nothing limits it. See the kernel's cgroup-v2.rst and cgroup-v1/memory.rst.
/// </summary>
internal sealed class Cgroups(LinuxFiles files)
{
    const string Mount = "sys/fs/cgroup";

    // Version 1 spells "no limit" as the largest number of whole pages.
    const long Unlimited = long.MaxValue / 2;

    public double? CpuLimit() => Least(
        Groups("").Select(group => Quota(files.Text($"{group}/cpu.max")?.Split(' ')))
            .Concat(Groups("cpu").Select(group => Quota([files.Text($"{group}/cpu.cfs_quota_us"), files.Text($"{group}/cpu.cfs_period_us")]))));

    public long? MemoryLimitBytes() => (long?)Least(
        Groups("").Select(group => Bytes(files.Text($"{group}/memory.max")))
            .Concat(Groups("memory").Select(group => Bytes(files.Text($"{group}/memory.limit_in_bytes")))));

    // The folders of the process's group and of all above it, as far as this mount shows them.
    IEnumerable<string> Groups(string controller)
    {
        var mount = controller.Length == 0 ? Mount : $"{Mount}/{controller}";
        for (var path = PathOf(controller); path.Length > 1; path = path[..Math.Max(0, path.LastIndexOf('/'))]) yield return mount + path;
        yield return mount;
    }

    // Lines of /proc/self/cgroup are "id:controllers:path"; version 2 has no controllers.
    string PathOf(string controller) =>
        files.Lines("proc/self/cgroup")
            .Select(line => line.Split(':', 3))
            .FirstOrDefault(parts => parts.Length == 3 && parts[1].Split(',').Contains(controller, StringComparer.Ordinal))?[2] ?? "/";

    static double? Quota(string?[]? quotaAndPeriod) =>
        quotaAndPeriod is [{ } quota, { } period] && Number(quota) is > 0 and var q && Number(period) is > 0 and var p ? q / p : null;

    static double? Bytes(string? text) => Number(text) is >= 0 and < Unlimited and var bytes ? bytes : null;

    static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    static double? Least(IEnumerable<double?> limits) => limits.Min();
}

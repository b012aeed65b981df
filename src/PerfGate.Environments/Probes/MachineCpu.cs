using System.Globalization;

namespace PerfGate.Environments.Probes;

/// <summary>
/// What the processors of the machine did since it was started, all together, in clock ticks: the first line of /proc/stat
/// (proc(5)). In a container it is that of the machine that it runs on.
/// </summary>
/// <param name="Total">All ticks.</param>
/// <param name="Idle">Those without work, waiting for disks included.</param>
/// <param name="Steal">Those that the hypervisor gave to others.</param>
public readonly record struct MachineCpu(long Total, long Idle, long Steal)
{
    const string File = "/proc/stat";

    /// <summary>The counts now; null where the kernel does not tell.</summary>
    public static MachineCpu? Read() => System.IO.File.Exists(File) ? Parse(System.IO.File.ReadLines(File).First()) : null;

    /// <summary>The share of the time since an earlier reading that was work of this machine, 0 to 1; null when no time passed.</summary>
    public double? BusySince(MachineCpu before) => Share(Total - Idle - Steal - (before.Total - before.Idle - before.Steal), before);

    /// <summary>The share of the time since an earlier reading that the hypervisor gave to others, 0 to 1; null when no time passed.</summary>
    public double? StolenSince(MachineCpu before) => Share(Steal - before.Steal, before);

    internal static MachineCpu Parse(string line)
    {
        var ticks = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Take(8)
            .Select(field => long.Parse(field, CultureInfo.InvariantCulture))
            .ToArray();
        return new MachineCpu(ticks.Sum(), ticks[3] + ticks[4], ticks.Length > 7 ? ticks[7] : 0);
    }

    double? Share(long ticks, MachineCpu before) => Total - before.Total is > 0 and var total ? Math.Max(0, (double)ticks / total) : null;
}

using System.ComponentModel;
using System.Diagnostics;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Probes;

/// <summary>
/// CPU time and memory of a process and all that came from it. On Linux, CPU time is the process's scheduler clock
/// (clock_getcpuclockid(3)): nanoseconds, and threads that have ended stay in it. Not /proc/[pid]/schedstat, which is the
/// main thread alone; not the sum over /proc/[pid]/task, which forgets threads as they end (a thread pool does that all the
/// time); not utime of /proc/[pid]/stat, which is in ticks of 10 ms; not a cgroup, which the embedded system shares with us.
/// Children that ended are counted by what their parent reaped, in ticks.
/// </summary>
public sealed class ProcessProbe : IProbe
{
    const double TicksPerSecond = 100;

    readonly int pid;
    readonly ProcessTree? tree;

    /// <summary>A probe of a running process.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="pid">Its first process.</param>
    public ProcessProbe(string service, int pid)
    {
        Service = service;
        this.pid = pid;
        tree = OperatingSystem.IsLinux() ? new ProcessTree(pid, ProcessStat.Read(pid)?.StartTicks, mark: null) : null;
    }

    /// <inheritdoc/>
    public string Service { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ProbeMetric> Metrics { get; } = [ServiceMetrics.Cpu, ServiceMetrics.Memory];

    /// <inheritdoc/>
    public ValueTask<ProbeReading> ReadAsync(CancellationToken ct) => new(tree is null ? ReadPortably() : ReadTree(tree));

    ProbeReading Gone => ProbeReading.Nothing($"Process {pid} is gone.");

    ProbeReading ReadTree(ProcessTree tree)
    {
        var members = tree.Members(thorough: false);
        return members.Any(member => member.Pid == pid)
            ? new ProbeReading([members.Sum(CpuSeconds), members.Sum(member => member.ResidentPages) * Environment.SystemPageSize])
            : Gone;
    }

    static double CpuSeconds(ProcessStat process)
    {
        var own = Environment.Is64BitProcess ? Native.CpuSeconds(process.Pid) : null;
        return (own ?? process.OwnTicks / TicksPerSecond) + process.ReapedTicks / TicksPerSecond;
    }

    // Elsewhere there is no cheap way to the children: this is the service's first process alone.
    ProbeReading ReadPortably()
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return new ProbeReading([process.TotalProcessorTime.TotalSeconds, process.WorkingSet64]);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return Gone;
        }
    }
}

using System.Diagnostics;
using PerfGate.Environments.Probes;
using PerfGate.Environments.Processes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Probes;

public sealed class ProbingAProcess : IDisposable
{
    const string Burn = "i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done";

    readonly ProcessRunner runner = new(TimeProvider.System);
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Cpu_time_agrees_with_the_kernels_ticks()
    {
        await using var service = runner.StartService("api", Shell.Script($"{Burn}; echo burnt; exec sleep 60"), folder.Root);
        await Shell.Eventually(() => service.Tail.Length > 0);
        await Task.Delay(50);

        var cpu = await CpuAsync(new ProcessProbe("api", service.Id));

        var ticks = ProcessStat.Read(service.Id)!.Value.OwnTicks / 100.0;
        ticks.ShouldBeGreaterThan(0.05);
        cpu.ShouldBe(ticks, tolerance: 0.05);
    }

    [Fact]
    public async Task Children_count_while_they_live_and_after_they_ended()
    {
        await using var service = runner.StartService(
            "api", Shell.Script($"sh -c '{Burn}; echo burnt; read line < \"$0\"' \"$1\"; echo ended; sleep 60", Fifo()), folder.Root);
        var probe = new ProcessProbe("api", service.Id);
        await Shell.Eventually(() => service.Tail.Length > 0);
        var living = await CpuAsync(probe);

        await File.WriteAllTextAsync(Fifo(), "go\n");
        await Shell.Eventually(() => service.Tail.Contains("ended", StringComparison.Ordinal));
        var ended = await CpuAsync(probe);

        living.ShouldBeGreaterThan(0.05);
        ended.ShouldBeGreaterThan(living - 0.03);
    }

    [Fact]
    public void Threads_that_ended_stay_in_it()
    {
        var before = Native.CpuSeconds(Environment.ProcessId).ShouldNotBeNull();
        var burnt = TimeSpan.Zero;
        var thread = new Thread(() =>
        {
            var start = ThreadSeconds();
            while (ThreadSeconds() - start < 0.2)
            {
                Thread.SpinWait(10_000);
            }

            burnt = TimeSpan.FromSeconds(ThreadSeconds() - start);
        });
        thread.Start();
        thread.Join();

        var used = Native.CpuSeconds(Environment.ProcessId).ShouldNotBeNull() - before;

        used.ShouldBeGreaterThanOrEqualTo(burnt.TotalSeconds - 0.03);
    }

    [Fact]
    public async Task Memory_is_what_is_resident()
    {
        await using var service = runner.StartService("api", Shell.Script("echo up; exec sleep 60"), folder.Root);
        await Shell.Eventually(() => service.Tail.Length > 0);

        (await MemoryAsync(service.Id)).ShouldBeInRange(100_000, 100_000_000);
        (await MemoryAsync(Environment.ProcessId)).ShouldBeGreaterThan(20_000_000);
    }

    [Fact]
    public async Task A_process_that_is_gone_reads_as_nothing_and_not_as_zero()
    {
        var service = runner.StartService("api", Shell.Script("sleep 60"), folder.Root);
        var probe = new ProcessProbe("api", service.Id);
        await service.StopAsync(TimeSpan.Zero);

        var reading = await probe.ReadAsync(CancellationToken.None);

        reading.Value(0).ShouldBeNull();
        reading.Value(1).ShouldBeNull();
        reading.Problem.ShouldBe($"Process {service.Id} is gone.");
    }

    static async Task<double> CpuAsync(ProcessProbe probe)
    {
        probe.Metrics[0].ShouldBe(ServiceMetrics.Cpu);
        return (await probe.ReadAsync(CancellationToken.None)).Value(0).ShouldNotBeNull();
    }

    static async Task<double> MemoryAsync(int pid)
    {
        var probe = new ProcessProbe("api", pid);
        probe.Metrics[1].ShouldBe(ServiceMetrics.Memory);
        return (await probe.ReadAsync(CancellationToken.None)).Value(1).ShouldNotBeNull();
    }

    string Fifo()
    {
        var fifo = folder.At("fifo");
        if (!File.Exists(fifo))
        {
            runner.RequireAsync(new ProcessCommand("mkfifo", fifo), CancellationToken.None).GetAwaiter().GetResult();
        }

        return fifo;
    }

    // utime + stime of this thread, in ticks: independent of the clock under test.
    static double ThreadSeconds() => ProcessStat.Parse(File.ReadAllText("/proc/thread-self/stat"))!.Value.OwnTicks / 100.0;
}

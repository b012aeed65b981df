using Docker.DotNet;
using PerfGate.Environments.Probes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Probes;

/// <summary>With a real engine.</summary>
[Trait("Needs", RealEngine.Needed)]
public sealed class ProbingAContainer
{
    const string Burn = "while :; do :; done";

    [Fact]
    public async Task Cpu_time_memory_limits_and_throttling_are_read_from_its_control_group()
    {
        await using var container = await TestContainer.RunAsync(Burn, "--cpus=0.25", "--memory=48m");
        await using var probe = container.Probe();

        var begin = await ReadAsync(probe);
        await Task.Delay(1000);
        var end = await ReadAsync(probe);

        probe.ReadsFiles.ShouldBeTrue("This machine's engine has its control groups here.");
        Increase(begin, end, ServiceMetrics.Cpu).ShouldBeInRange(0.005, 0.6);
        Value(end, ServiceMetrics.CpuLimit).ShouldBe(0.25);
        Value(end, ServiceMetrics.Memory).ShouldNotBeNull().ShouldBeInRange(50_000, 48 << 20);
        Value(end, ServiceMetrics.MemoryLimit).ShouldBe(48 << 20);
        Increase(begin, end, ServiceMetrics.ThrottledTime).ShouldBeGreaterThan(0);
        Increase(begin, end, ServiceMetrics.ThrottledPeriods).ShouldBeGreaterThan(0);
        Value(end, ServiceMetrics.Restarts).ShouldBe(0);
        Value(end, ServiceMetrics.OomKills).ShouldBe(0);
        end.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task Memory_is_without_pages_of_files_that_nobody_used_of_late()
    {
        await using var container = await TestContainer.RunAsync("exec sleep 60", "--memory=256m");
        await using var probe = container.Probe();

        await container.ExecAsync("head -c 64000000 /dev/zero > /file; sync /file");

        (await container.RawMemoryAsync()).ShouldBeGreaterThan(60_000_000u);
        Value(await ReadAsync(probe), ServiceMetrics.Memory).ShouldNotBeNull().ShouldBeLessThan(40_000_000);
    }

    [Fact]
    public async Task Where_files_are_out_of_reach_the_engines_statistics_say_the_same()
    {
        await using var container = await TestContainer.RunAsync(Burn, "--cpus=0.25", "--memory=48m");
        await using var files = container.Probe();
        await using var engine = container.Probe(files: false);

        var told = await EventuallyAsync(engine, reading => Value(reading, ServiceMetrics.ThrottledPeriods) > 0);
        var read = await ReadAsync(files);

        engine.ReadsFiles.ShouldBeFalse();
        told.Problem.ShouldBeNull();
        told.Age.ShouldBeLessThan(TimeSpan.FromSeconds(3));
        Value(told, ServiceMetrics.Cpu).ShouldNotBeNull().ShouldBe(Value(read, ServiceMetrics.Cpu)!.Value, tolerance: 0.6);
        Value(told, ServiceMetrics.Memory).ShouldNotBeNull().ShouldBe(Value(read, ServiceMetrics.Memory)!.Value, tolerance: 3_000_000);
        (Value(told, ServiceMetrics.CpuLimit), Value(told, ServiceMetrics.MemoryLimit)).ShouldBe((0.25, 48 << 20));
        told.Life.ShouldBe(read.Life);
    }

    [Fact]
    public async Task What_was_killed_at_its_memory_limit_and_started_again_is_counted_and_begins_anew()
    {
        await using var container = await TestContainer.RunAsync(
            "sleep 0.5; head -c 200m /dev/zero | tail", "--memory=16m", "--memory-swap=16m", "--restart=on-failure:1");
        await using var probe = container.Probe();
        var begin = await ReadAsync(probe);

        var end = await EventuallyAsync(probe, reading => Value(reading, ServiceMetrics.Restarts) == 1);

        end.Life.ShouldNotBe(begin.Life);
        end.Increase(begin, Place(ServiceMetrics.Cpu)).ShouldBeNull("Two lives have no difference.");
        Value(end, ServiceMetrics.OomKills).ShouldBe(1);
    }

    [Fact]
    public async Task A_container_that_ended_has_no_usage_but_how_it_ended_is_known()
    {
        await using var container = await TestContainer.RunAsync(
            "sleep 0.3; head -c 200m /dev/zero | tail", "--memory=16m", "--memory-swap=16m");
        await using var probe = container.Probe();
        await ReadAsync(probe);

        var end = await EventuallyAsync(probe, reading => reading.Problem == "The container is exited.");

        Value(end, ServiceMetrics.Cpu).ShouldBeNull();
        Value(end, ServiceMetrics.Memory).ShouldBeNull();
        Value(end, ServiceMetrics.OomKills).ShouldBe(1);
        Value(end, ServiceMetrics.Restarts).ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_container_that_is_started_by_hand_counts_as_restarted_and_is_read_again(bool files)
    {
        await using var container = await TestContainer.RunAsync("exec sleep 60");
        await using var probe = container.Probe(files);
        var begin = await ReadAsync(probe);
        await container.DockerAsync("restart", "--time=0");

        var end = await EventuallyAsync(probe, reading => reading.Problem is null);

        Value(end, ServiceMetrics.Restarts).ShouldBe(1);
        Value(end, ServiceMetrics.Cpu).ShouldNotBeNull();
        end.Life.ShouldNotBe(begin.Life);
    }

    [Fact]
    public async Task A_container_that_is_not_there_reads_as_nothing()
    {
        await using var container = await TestContainer.RunAsync("exec sleep 60");
        await using var removed = new ContainerProbe("gone", new string('0', 64), container.Engine, TimeProvider.System);

        var reading = await ReadAsync(removed);

        reading.Values.ShouldBeEmpty();
        reading.Problem.ShouldNotBeNull().ShouldStartWith("The Docker engine does not tell what the container uses:");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_engine_that_goes_away_takes_only_what_it_alone_can_tell_with_it(bool files)
    {
        await using var container = await TestContainer.RunAsync("exec sleep 60");
        using var folder = new TempFolder();
        using var proxy = new SocketProxy(folder.At("engine"), container.Socket);
        using var configuration = new DockerClientConfiguration(new Uri($"unix://{folder.At("engine")}"));
        using var through = configuration.CreateClient(new System.Version(1, 41));
        await using var probe = new ContainerProbe("api", container.Id, through, TimeProvider.System) { MayReadFiles = files };
        (await ReadAsync(probe)).Problem.ShouldBeNull();

        proxy.Dispose();

        var reading = await ReadAsync(probe);
        if (files)
        {
            Value(reading, ServiceMetrics.Cpu).ShouldNotBeNull("Its files are still there.");
        }
        else
        {
            reading.Values.ShouldBeEmpty();
            reading.Problem.ShouldNotBeNull().ShouldStartWith("The Docker engine does not tell what the container uses:");
        }
    }

    static Task<ProbeReading> ReadAsync(ContainerProbe probe) => probe.ReadAsync(CancellationToken.None).AsTask();

    static async Task<ProbeReading> EventuallyAsync(ContainerProbe probe, Func<ProbeReading, bool> holds)
    {
        for (var tries = 0; tries < 400; tries++)
        {
            if (await ReadAsync(probe) is var reading && holds(reading))
            {
                return reading;
            }

            await Task.Delay(25);
        }

        throw new TimeoutException("It did not come true within 10 s.");
    }

    static int Place(ProbeMetric metric) => new ContainerProbe("", "", null!, TimeProvider.System).Metrics.ToList().IndexOf(metric);

    static double? Value(ProbeReading reading, ProbeMetric metric) => reading.Value(Place(metric));

    static double Increase(ProbeReading begin, ProbeReading end, ProbeMetric metric) => end.Increase(begin, Place(metric)).ShouldNotBeNull();
}

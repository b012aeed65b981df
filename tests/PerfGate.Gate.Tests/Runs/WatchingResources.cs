using PerfGate.Environments.Probes;
using PerfGate.Gate.Records;
using PerfGate.Gate.Runs;
using PerfGate.Load.Profiles;

namespace PerfGate.Gate.Tests.Runs;

public sealed class WatchingResources
{
    static readonly Stage WarmUp = new("warm-up", 1, 1, TimeSpan.FromMilliseconds(100), WarmUp: true);
    static readonly Stage Hold = new("hold", 1, 1, TimeSpan.FromMilliseconds(100), WarmUp: false);

    readonly Clockwork probe = new();

    [Fact]
    public async Task Cpu_time_is_that_since_the_warm_up_ended()
    {
        await using var watch = Watch(WarmUp, Hold);
        await probe.ReadTimes(2);
        probe.Cpu = 5;

        (await StopAsync(watch)).CpuSeconds.ShouldBe(4, "the warm-up's second is not counted");
    }

    [Fact]
    public async Task Without_a_warm_up_it_is_that_of_all_load()
    {
        await using var watch = Watch(Hold);
        probe.Cpu = 5;

        (await StopAsync(watch)).CpuSeconds.ShouldBe(4);
    }

    [Fact]
    public async Task Load_that_ended_in_the_warm_up_has_no_measured_cpu_time()
    {
        await using var watch = Watch(WarmUp with { Duration = TimeSpan.FromHours(1) }, Hold);

        (await StopAsync(watch)).CpuSeconds.ShouldBeNull();
    }

    [Fact]
    public async Task Where_warm_up_comes_in_between_no_difference_is_that_of_the_measured_stages()
    {
        await using var watch = Watch(Hold, WarmUp, Hold);

        (await StopAsync(watch)).CpuSeconds.ShouldBeNull();
    }

    [Fact]
    public async Task A_probe_that_fails_is_a_warning_and_fails_nothing()
    {
        probe.Fails = true;
        await using var watch = Watch(Hold);

        var record = await StopAsync(watch);

        record.PeakMemoryBytes.ShouldBeNull();
        watch.Warnings.ShouldHaveSingleItem().ShouldContain("The disk is on fire.");
    }

    [Fact]
    public async Task Users_that_start_before_the_profile_are_not_measured()
    {
        await using var watch = new ResourceWatch([probe], new Profile("rate", [Hold]), TimeProvider.System);
        await probe.ReadTimes(1);
        probe.Cpu = 3;
        watch.ProfileBegan();
        await probe.ReadTimes(3);
        probe.Cpu = 5;

        (await StopAsync(watch)).CpuSeconds.ShouldBe(2);
    }

    ResourceWatch Watch(params Stage[] stages)
    {
        var watch = new ResourceWatch([probe], new Profile("quick", stages), TimeProvider.System);
        watch.ProfileBegan();
        return watch;
    }

    static async Task<ResourceRecord> StopAsync(ResourceWatch watch) =>
        (await watch.StopAsync(new Totals(10, 0, 1))).ShouldHaveSingleItem();

    sealed class Clockwork : IProbe
    {
        int reads;

        public string Service => "api";

        public IReadOnlyList<ProbeMetric> Metrics { get; } = [ServiceMetrics.Cpu, ServiceMetrics.Memory];

        public double Cpu { get; set; } = 1;

        public bool Fails { get; set; }

        public async Task ReadTimes(int times)
        {
            for (var tries = 0; tries < 1000 && Volatile.Read(ref reads) < times; tries++) await Task.Delay(10);
            reads.ShouldBeGreaterThanOrEqualTo(times);
        }

        public ValueTask<ProbeReading> ReadAsync(CancellationToken ct)
        {
            var reading = Fails ? ProbeReading.Nothing("The disk is on fire.") : new ProbeReading([Cpu, 100]);
            Interlocked.Increment(ref reads);
            return new(reading);
        }
    }
}

using PerfGate.Environments.Probes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Probes;

public sealed class Sampling
{
    readonly ManualTime time = new();
    readonly FakeProbe api = new("api");

    [Fact]
    public async Task Samples_carry_seconds_since_the_start_and_cpu_shares_come_from_their_differences()
    {
        await using var sampler = Slow(api);
        api.Next = new ProbeReading(10, 500);
        sampler.Start();
        time.Advance(TimeSpan.FromSeconds(2));
        api.Next = new ProbeReading(13, 700);

        var samples = (await sampler.StopAsync()).ShouldHaveSingleItem();

        samples.Service.ShouldBe("api");
        samples.Samples.Select(sample => sample.Second).ShouldBe([0, 2]);
        samples.CpuShares().ShouldBe([null, 1.5]);
        samples.PeakMemoryBytes.ShouldBe(700);
    }

    [Fact]
    public async Task Cpu_time_of_a_span_is_the_difference_of_its_marks()
    {
        await using var sampler = Slow(api);
        sampler.Start();
        api.Next = new ProbeReading(4, 1);
        var begin = sampler.Mark("measured begins");
        time.Advance(TimeSpan.FromSeconds(10));
        api.Next = new ProbeReading(9.5, 1);

        var end = sampler.Mark("measured ends");

        end.CpuSecondsSince(begin, "api").ShouldBe(5.5);
        end.Second.ShouldBe(10);
    }

    [Fact]
    public async Task What_cannot_be_read_is_missing_and_said_once()
    {
        await using var sampler = Slow(api);
        api.Next = new ProbeReading(1, 100);
        sampler.Start();
        var begin = sampler.Mark("begin");
        api.Next = ProbeReading.Nothing;
        var end = sampler.Mark("end");
        time.Advance(TimeSpan.FromSeconds(1));

        var samples = (await sampler.StopAsync())[0];

        end.CpuSecondsSince(begin, "api").ShouldBeNull();
        samples.CpuShares().ShouldBe([null, null]);
        samples.PeakMemoryBytes.ShouldBe(100);
        sampler.Warnings.ShouldHaveSingleItem().ShouldContain("'api'");
    }

    [Fact]
    public async Task A_service_that_nobody_probes_has_no_cpu_time()
    {
        await using var sampler = Slow(api);
        sampler.Start();

        sampler.Mark("end").CpuSecondsSince(sampler.Mark("begin"), "cache").ShouldBeNull();
    }

    [Fact]
    public async Task It_samples_by_itself_until_it_is_stopped_and_stopping_again_gives_the_same()
    {
        await using var sampler = new ProbeSampler([api], TimeProvider.System, TimeSpan.FromMilliseconds(10));
        sampler.Start();
        await Shell.Eventually(() => api.Reads > 4);

        var first = await sampler.StopAsync();
        var reads = api.Reads;
        await Task.Delay(50);

        first[0].Samples.Count.ShouldBe(reads);
        api.Reads.ShouldBe(reads);
        (await sampler.StopAsync())[0].Samples.ShouldBe(first[0].Samples);
    }

    [Fact]
    public async Task It_cannot_be_started_twice()
    {
        await using var sampler = Slow(api);
        sampler.Start();

        Should.Throw<InvalidOperationException>(sampler.Start);
    }

    ProbeSampler Slow(FakeProbe probe) => new([probe], time, TimeSpan.FromHours(1));

    sealed class FakeProbe(string service) : IProbe
    {
        public string Service => service;

        public ProbeReading Next { get; set; } = new(0, 0);

        public int Reads { get; private set; }

        public ProbeReading Read()
        {
            Reads++;
            return Next;
        }
    }
}

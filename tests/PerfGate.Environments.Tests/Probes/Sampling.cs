using PerfGate.Environments.Probes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Probes;

public sealed class Sampling
{
    static readonly TimeSpan Seldom = TimeSpan.FromHours(1);

    readonly ManualTime time = new();
    readonly FakeProbe api = new("api", ServiceMetrics.Cpu, ServiceMetrics.Memory);

    [Fact]
    public async Task Samples_carry_seconds_since_the_start_and_cpu_shares_come_from_their_differences()
    {
        await using var sampler = Slow(api);
        api.Next(10, 500);
        sampler.Start();
        time.Advance(TimeSpan.FromSeconds(2));
        api.Next(13, 700);

        var samples = (await sampler.StopAsync()).ShouldHaveSingleItem();

        samples.Service.ShouldBe("api");
        samples.Samples.Select(sample => sample.Second).ShouldBe([0, 2]);
        samples.Line(0).ShouldBe([null, 1.5]);
        samples.Line(1).ShouldBe([500, 700]);
        sampler.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reading_that_is_older_than_its_sample_counts_from_when_it_was_true()
    {
        await using var sampler = Slow(api);
        api.Next(10, 500);
        sampler.Start();
        time.Advance(TimeSpan.FromSeconds(2));
        api.Read = _ => new(new ProbeReading([13, 700]) { Age = TimeSpan.FromSeconds(0.5) });

        var samples = (await sampler.StopAsync())[0];

        samples.Samples[1].Second.ShouldBe(2);
        samples.Samples[1].At.ShouldBe(1.5);
        samples.Line(0).ShouldBe([null, 2]);
    }

    [Fact]
    public async Task A_mark_reads_everything_at_once_numbers_and_statements()
    {
        var store = new FakeProbe("db", new ProbeMetric("Connections", "all", MetricUnit.Count, MetricKind.Gauge))
        {
            Statements = new StatementReading([new StatementCount("1", "SELECT 1", 3, 5)]),
        };
        await using var sampler = Slow(api, store);
        sampler.Start();
        api.Next(4, 1);
        store.Next(12);
        time.Advance(TimeSpan.FromSeconds(10));

        var mark = await sampler.MarkAsync("measuring begins");

        mark.Name.ShouldBe("measuring begins");
        mark.Second.ShouldBe(10);
        mark.Readings.Select(reading => reading.Value(0)).ShouldBe([4, 12]);
        mark.Statements[1].ShouldNotBeNull().Statements.ShouldNotBeNull().ShouldHaveSingleItem().Calls.ShouldBe(3);
    }

    [Fact]
    public async Task What_cannot_be_read_is_missing_and_said_once()
    {
        await using var sampler = Slow(api);
        api.Next(1, 100);
        sampler.Start();
        api.Read = _ => new(ProbeReading.Nothing("The disk is on fire."));
        var mark = await sampler.MarkAsync("end");
        time.Advance(TimeSpan.FromSeconds(1));

        var samples = (await sampler.StopAsync())[0];

        mark.Readings[0].Value(0).ShouldBeNull();
        samples.Line(0).ShouldBe([null, null]);
        samples.Line(1).ShouldBe([100, null]);
        sampler.Warnings.ShouldBe(["1 of 2 readings of 'api' are incomplete; the first because: The disk is on fire."]);
    }

    [Fact]
    public async Task A_probe_that_throws_fails_nothing()
    {
        await using var sampler = Slow(api);
        api.Read = _ => throw new InvalidOperationException("A bug of the probe.");
        sampler.Start();

        (await sampler.MarkAsync("end")).Readings[0].Values.ShouldBeEmpty();
        (await sampler.StopAsync())[0].Line(1).ShouldBe([null, null]);

        sampler.Warnings.ShouldHaveSingleItem().ShouldContain("A bug of the probe.");
    }

    [Fact]
    public async Task A_slow_probe_delays_no_other_and_its_readings_do_not_pile_up()
    {
        var answer = new TaskCompletionSource<ProbeReading>();
        var slow = new FakeProbe("slow", ServiceMetrics.Memory) { Read = _ => new(answer.Task) };
        await using var sampler = new ProbeSampler([slow, api], TimeProvider.System, TimeSpan.FromMilliseconds(10), Seldom);
        api.Next(1, 100);
        sampler.Start();
        await Shell.Eventually(() => api.Reads > 4);
        answer.SetResult(new ProbeReading([7]));
        await Shell.Eventually(() => slow.Reads > 1);

        var (late, prompt) = (await sampler.StopAsync()) switch { var all => (all[0], all[1]) };

        slow.MostAtOnce.ShouldBe(1);
        late.Samples.Count.ShouldBe(prompt.Samples.Count);
        late.Line(0).Take(4).ShouldBe([7, null, null, null]);
        prompt.Line(1).ShouldAllBe(bytes => bytes == 100);
        sampler.Warnings.ShouldHaveSingleItem().ShouldContain("had not answered when the next reading was due");
    }

    [Fact]
    public async Task A_probe_that_never_answers_is_given_up_and_not_asked_again_while_it_hangs()
    {
        var never = new FakeProbe("hung", ServiceMetrics.Memory) { Read = _ => new(new TaskCompletionSource<ProbeReading>().Task) };
        await using var sampler = new ProbeSampler(
            [never, api], TimeProvider.System, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(30));
        sampler.Start();
        await Shell.Eventually(() => api.Reads > 9);

        (await sampler.MarkAsync("end")).Readings[0].Problem.ShouldNotBeNull();
        var samples = (await sampler.StopAsync())[0];

        never.Reads.ShouldBe(1);
        samples.Line(0).ShouldAllBe(bytes => bytes == null);
        sampler.Warnings.ShouldHaveSingleItem().ShouldStartWith($"{samples.Samples.Count} of {samples.Samples.Count} readings of 'hung'");
    }

    [Fact]
    public async Task It_samples_by_itself_until_it_is_stopped_and_stopping_again_gives_the_same()
    {
        await using var sampler = new ProbeSampler([api], TimeProvider.System, TimeSpan.FromMilliseconds(10), Seldom);
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
    public async Task However_long_it_goes_on_the_samples_stay_few_and_begin_with_the_first()
    {
        api.Next(1, 100);
        var other = new FakeProbe("db", ServiceMetrics.Memory);
        await using var sampler = new ProbeSampler([api, other], TimeProvider.System, TimeSpan.FromMilliseconds(2), Seldom, most: 8);
        sampler.Start();
        api.Next(1, 200);
        await Shell.Eventually(() => api.Reads > 60);

        var samples = await sampler.StopAsync();

        samples[0].Samples.Count.ShouldBeInRange(4, 10);
        samples[0].Line(1).ShouldBe([100, .. Enumerable.Repeat<double?>(200, samples[0].Samples.Count - 1)]);
        samples[1].Samples.Select(sample => sample.Second).SkipLast(1).ShouldBe(samples[0].Samples.Select(sample => sample.Second).SkipLast(1));
        sampler.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_cannot_be_started_twice()
    {
        await using var sampler = Slow(api);
        sampler.Start();

        Should.Throw<InvalidOperationException>(sampler.Start);
    }

    [Fact]
    public async Task It_lets_go_of_its_probes()
    {
        var held = new HeldProbe();
        var sampler = Slow(api, held);
        sampler.Start();

        await sampler.DisposeAsync();

        held.IsDisposed.ShouldBeTrue();
    }

    ProbeSampler Slow(params IProbe[] probes) => new(probes, time, Seldom, Seldom);

    sealed class HeldProbe : IProbe, IAsyncDisposable
    {
        public string Service => "held";

        public IReadOnlyList<ProbeMetric> Metrics => [];

        public bool IsDisposed { get; private set; }

        public ValueTask<ProbeReading> ReadAsync(CancellationToken ct) => new(new ProbeReading([]));

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return ValueTask.CompletedTask;
        }
    }
}

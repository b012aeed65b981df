using Docker.DotNet.Models;
using Docker.DotNet.Tests.Support;

namespace Docker.DotNet.Tests.Recorded;

public sealed class Sampling
{
    static readonly string First = """
        {"read":"2026-03-01T10:00:01.123456712Z","preread":"0001-01-01T00:00:00Z","pids_stats":{"current":7,"limit":18446744073709551615},
        "blkio_stats":{"io_service_bytes_recursive":null},"num_procs":0,"storage_stats":{},
        "cpu_stats":{"cpu_usage":{"total_usage":1500000000,"percpu_usage":[1000000000,500000000],"usage_in_kernelmode":200000000,
        "usage_in_usermode":1300000000},"system_cpu_usage":90000000000,"online_cpus":2,
        "throttling_data":{"periods":30,"throttled_periods":20,"throttled_time":123456789}},
        "precpu_stats":{"cpu_usage":{"total_usage":0,"usage_in_kernelmode":0,"usage_in_usermode":0},
        "throttling_data":{"periods":0,"throttled_periods":0,"throttled_time":0}},
        "memory_stats":{"usage":8388608,"max_usage":9437184,"stats":{"total_inactive_file":4096,
        "hierarchical_memory_limit":9223372036854771712},"failcnt":1,"limit":67108864},"name":"/api","id":"abc"}
        """.ReplaceLineEndings("") + "\n";

    static readonly string UnderCgroup2 = """
        {"read":"2026-03-01T10:00:02Z","preread":"2026-03-01T10:00:01.123456712Z","cpu_stats":{"cpu_usage":{"total_usage":1600000000},
        "system_cpu_usage":92000000000,"online_cpus":2},"precpu_stats":{"cpu_usage":{"total_usage":1500000000},
        "system_cpu_usage":90000000000},"memory_stats":{"usage":8388608,"stats":{"inactive_file":4096},"limit":67108864}}
        """.ReplaceLineEndings("") + "\n";

    [Fact(Timeout = 30_000)]
    public async Task The_first_of_a_stream_has_nothing_before_it()
    {
        var sample = (await SamplesAsync(Answers.Stream(First))).ShouldHaveSingleItem();
        sample.PreRead.ShouldBe(default);
        sample.PreCPUStats.CPUUsage.TotalUsage.ShouldBe(0ul);
        sample.PreCPUStats.SystemUsage.ShouldBe(0ul);
        sample.Read.ShouldBe(new DateTime(2026, 3, 1, 10, 0, 1, DateTimeKind.Utc).AddTicks(1234567));
        sample.Read.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact(Timeout = 30_000)]
    public async Task Every_number_is_read()
    {
        var sample = (await SamplesAsync(Answers.Stream(First))).ShouldHaveSingleItem();
        sample.ID.ShouldBe("abc");
        sample.Name.ShouldBe("/api");
        sample.PidsStats.Current.ShouldBe(7ul);
        sample.PidsStats.Limit.ShouldBe(ulong.MaxValue);
        sample.CPUStats.CPUUsage.TotalUsage.ShouldBe(1_500_000_000ul);
        sample.CPUStats.CPUUsage.PercpuUsage.ShouldBe([1_000_000_000ul, 500_000_000ul]);
        sample.CPUStats.CPUUsage.UsageInKernelmode.ShouldBe(200_000_000ul);
        sample.CPUStats.CPUUsage.UsageInUsermode.ShouldBe(1_300_000_000ul);
        sample.CPUStats.SystemUsage.ShouldBe(90_000_000_000ul);
        sample.CPUStats.OnlineCPUs.ShouldBe(2u);
        sample.CPUStats.ThrottlingData.Periods.ShouldBe(30ul);
        sample.CPUStats.ThrottlingData.ThrottledPeriods.ShouldBe(20ul);
        sample.CPUStats.ThrottlingData.ThrottledTime.ShouldBe(123_456_789ul);
        sample.MemoryStats.Usage.ShouldBe(8_388_608ul);
        sample.MemoryStats.MaxUsage.ShouldBe(9_437_184ul);
        sample.MemoryStats.Failcnt.ShouldBe(1ul);
        sample.MemoryStats.Limit.ShouldBe(67_108_864ul);
        sample.MemoryStats.Stats["total_inactive_file"].ShouldBe(4096ul);
        sample.MemoryStats.Stats["hierarchical_memory_limit"].ShouldBe(9_223_372_036_854_771_712ul);
    }

    [Fact(Timeout = 30_000)]
    public async Task Cgroup_2_leaves_out_what_it_does_not_know()
    {
        var sample = (await SamplesAsync(Answers.Stream(UnderCgroup2))).ShouldHaveSingleItem();
        sample.CPUStats.CPUUsage.PercpuUsage.ShouldBeNull();
        sample.MemoryStats.Stats["inactive_file"].ShouldBe(4096ul);
        sample.PreCPUStats.CPUUsage.TotalUsage.ShouldBe(1_500_000_000ul);
    }

    [Fact(Timeout = 30_000)]
    public async Task Each_is_reported_when_it_comes_not_when_the_next_does()
    {
        var seen = new TaskCompletionSource();
        await using var engine = FakeEngine.OnSocket(Answers.Stream([First], async (stream, ct) =>
        {
            await seen.Task.WaitAsync(ct);
            await Answers.PieceAsync(stream, UnderCgroup2, ct);
            await Answers.EndAsync(stream, ct);
        }));
        using var client = engine.Connect();
        var samples = new Recorder<ContainerStatsResponse>(_ => seen.TrySetResult());
        await client.Containers.GetContainerStatsAsync("abc", new ContainerStatsParameters(), samples);
        samples.Reports.Count.ShouldBe(2);
    }

    [Fact(Timeout = 30_000)]
    public async Task Pieces_of_the_network_are_not_pieces_of_the_stream()
    {
        var both = First + UnderCgroup2;
        foreach (var split in Enumerable.Range(1, both.Length - 1).Where(at => at % 37 == 0))
            (await SamplesAsync(Answers.Stream(both[..split], both[split..]))).Count.ShouldBe(2, $"split at {split}");
    }

    [Fact(Timeout = 30_000)]
    public async Task A_stream_that_ends_ends_the_call() =>
        (await SamplesAsync(Answers.Stream())).ShouldBeEmpty();

    [Fact(Timeout = 30_000)]
    public async Task A_stream_that_breaks_off_is_an_error_after_what_had_come()
    {
        Genuine.IsExcused("takes what has come for the whole.");
        await FailsAfterOneAsync(Answers.BrokenStream(First, UnderCgroup2[..40]));
        await FailsAfterOneAsync(Answers.BrokenStream(First));
    }

    [Fact(Timeout = 30_000)]
    public async Task Garbage_is_an_error_after_what_had_come()
    {
        Genuine.IsExcused("waits for ever.");
        await FailsAfterOneAsync(Answers.Stream(First, "panic: runtime error\n"));
        await FailsAfterOneAsync(Answers.Stream(First, """{"read":"soon"}"""));
        await FailsAfterOneAsync(Answers.Stream(First, """{"cpu_stats":"""));
    }

    [Fact(Timeout = 30_000)]
    public async Task What_the_reporter_throws_reaches_the_caller()
    {
        await using var engine = FakeEngine.OnSocket(Answers.Stream(First));
        using var client = engine.Connect();
        var samples = new Recorder<ContainerStatsResponse>(_ => throw new FormatException("mine"));
        (await Should.ThrowAsync<FormatException>(() =>
            client.Containers.GetContainerStatsAsync("abc", new ContainerStatsParameters(), samples))).Message.ShouldBe("mine");
    }

    static async Task FailsAfterOneAsync(Answer answer)
    {
        await using var engine = FakeEngine.OnSocket(answer);
        using var client = engine.Connect();
        var samples = new Recorder<ContainerStatsResponse>();
        await Should.ThrowAsync<IOException>(() =>
            client.Containers.GetContainerStatsAsync("abc", new ContainerStatsParameters(), samples));
        samples.Reports.ShouldHaveSingleItem().Name.ShouldBe("/api");
    }

    static async Task<List<ContainerStatsResponse>> SamplesAsync(Answer answer)
    {
        await using var engine = FakeEngine.OnSocket(answer);
        using var client = engine.Connect();
        var samples = new Recorder<ContainerStatsResponse>();
        await client.Containers.GetContainerStatsAsync("abc", new ContainerStatsParameters(), samples);
        return samples.Reports;
    }
}

using Docker.DotNet.Models;
using Docker.DotNet.Tests.Support;

namespace Docker.DotNet.Tests.Real;

[Trait("Needs", RealEngine.Needed)]
public sealed class SamplingContainers(RealEngine engine)
{
    const string Busy = "while :; do :; done";

    [Fact(Timeout = 60_000)]
    public async Task A_stream_goes_on_until_cancelled_and_its_first_sample_has_nothing_before_it()
    {
        using var client = engine.Connect();
        var id = await engine.RunAsync(Busy, "--cpus", "0.1", "--memory", "32m");
        var samples = await StreamAsync(client, id, count: 3);
        samples[0].ID.ShouldBe(id);
        samples[0].PreRead.ShouldBe(default);
        samples[0].PreCPUStats.SystemUsage.ShouldBe(0ul);
        samples[1].PreRead.ShouldBe(samples[0].Read);
        samples[1].PreCPUStats.CPUUsage.TotalUsage.ShouldBe(samples[0].CPUStats.CPUUsage.TotalUsage);
        (samples[2].Read - samples[1].Read).ShouldBeInRange(TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(10));
        samples[2].CPUStats.CPUUsage.TotalUsage.ShouldBeGreaterThan(samples[0].CPUStats.CPUUsage.TotalUsage);
        samples[2].CPUStats.SystemUsage.ShouldBeGreaterThan(samples[0].CPUStats.SystemUsage);
        samples[2].CPUStats.OnlineCPUs.ShouldBe((uint)Environment.ProcessorCount);
        samples[2].CPUStats.ThrottlingData.Periods.ShouldBeGreaterThan(0ul);
        samples[2].CPUStats.ThrottlingData.ThrottledPeriods.ShouldBeGreaterThan(0ul);
        samples[2].CPUStats.ThrottlingData.ThrottledTime.ShouldBeGreaterThan(0ul);
        samples[2].MemoryStats.Limit.ShouldBe(32ul << 20);
        samples[2].MemoryStats.Usage.ShouldBeInRange(1ul, 32ul << 20);
        samples[2].MemoryStats.Stats.Keys.Intersect(["total_inactive_file", "inactive_file"]).ShouldNotBeEmpty();
        samples[2].PidsStats.Current.ShouldBeGreaterThanOrEqualTo(1ul);
    }

    [Fact(Timeout = 60_000)]
    public async Task One_sample_has_something_before_it()
    {
        using var client = engine.Connect();
        var id = await engine.RunAsync("sleep 60");
        var sample = (await SampleAsync(client, id, new ContainerStatsParameters { Stream = false })).ShouldHaveSingleItem();
        sample.PreRead.ShouldNotBe(default);
        sample.PreCPUStats.SystemUsage.ShouldBeGreaterThan(0ul);
    }

    [Fact(Timeout = 60_000)]
    public async Task One_shot_has_not()
    {
        using var client = engine.Connect();
        var id = await engine.RunAsync("sleep 60");
        var wish = new ContainerStatsParameters { Stream = false, OneShot = true };
        var sample = (await SampleAsync(client, id, wish)).ShouldHaveSingleItem();
        sample.CPUStats.CPUUsage.TotalUsage.ShouldBeGreaterThan(0ul);
        sample.PreCPUStats.SystemUsage.ShouldBe(0ul);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_container_that_does_not_run_is_known_by_the_time_of_its_sample()
    {
        using var client = engine.Connect();
        var id = await engine.RunToEndAsync("exit 0");
        var sample = (await SampleAsync(client, id, new ContainerStatsParameters { Stream = false })).ShouldHaveSingleItem();
        sample.Read.ShouldBe(default);
        sample.CPUStats.CPUUsage.TotalUsage.ShouldBe(0ul);
        sample.MemoryStats.Stats.ShouldBeNull();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_container_that_is_removed_ends_the_stream()
    {
        using var client = engine.Connect();
        var id = await engine.RunAsync("sleep 60");
        var removed = Task.CompletedTask;
        var samples = new Recorder<ContainerStatsResponse>(_ => removed = removed.IsCompletedSuccessfully
            ? client.Containers.RemoveContainerAsync(id, new ContainerRemoveParameters { Force = true })
            : removed);
        await client.Containers.GetContainerStatsAsync(id, new ContainerStatsParameters(), samples);
        samples.Reports.ShouldNotBeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_container_that_is_not_there_is_an_error()
    {
        using var client = engine.Connect();
        await Should.ThrowAsync<DockerContainerNotFoundException>(() => SampleAsync(client, "nobody", new ContainerStatsParameters()));
    }

    static async Task<List<ContainerStatsResponse>> StreamAsync(DockerClient client, string id, int count)
    {
        using var enough = new CancellationTokenSource();
        Recorder<ContainerStatsResponse> samples = null!;
        samples = new(_ =>
        {
            if (samples.Reports.Count == count) enough.Cancel();
        });
        await Should.ThrowAsync<OperationCanceledException>(() =>
            client.Containers.GetContainerStatsAsync(id, new ContainerStatsParameters(), samples, enough.Token));
        return samples.Reports;
    }

    static async Task<List<ContainerStatsResponse>> SampleAsync(DockerClient client, string id, ContainerStatsParameters wish)
    {
        var samples = new Recorder<ContainerStatsResponse>();
        await client.Containers.GetContainerStatsAsync(id, wish, samples);
        return samples.Reports;
    }
}

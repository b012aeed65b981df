using System.Net.Sockets;
using Docker.DotNet;
using Docker.DotNet.Models;
using PerfGate.Environments.Probes.Containers;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Probes;

/// <summary>From an engine that says what a test wants it to, and nothing else.</summary>
public sealed class HearingStatistics : IAsyncDisposable
{
    readonly TempFolder folder = new();
    readonly ManualTime time = new();
    readonly Socket silent = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    readonly DockerClientConfiguration configuration;
    readonly DockerClient engine;
    readonly ContainerStatistics statistics;

    public HearingStatistics()
    {
        silent.Bind(new UnixDomainSocketEndPoint(folder.At("engine")));
        silent.Listen();
        configuration = new DockerClientConfiguration(new Uri($"unix://{folder.At("engine")}"));
        engine = configuration.CreateClient(new System.Version(1, 41));
        statistics = new ContainerStatistics("any", engine, time);
    }

    public async ValueTask DisposeAsync()
    {
        await statistics.DisposeAsync();
        engine.Dispose();
        configuration.Dispose();
        silent.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_reading_is_what_was_sent_last_and_as_old_as_that()
    {
        var reading = statistics.ReadAsync(CancellationToken.None);
        statistics.Report(Frame(cpu: 2_500_000_000, memory: 50_000_000, "inactive_file", 10_000_000));
        (await reading).ShouldNotBeNull().Usage.ShouldBe(new ContainerUsage(2.5, 40_000_000, 1.5, 30, 10, null));

        time.Advance(TimeSpan.FromSeconds(0.7));

        (await statistics.ReadAsync(CancellationToken.None)).ShouldNotBeNull().Age.ShouldBe(TimeSpan.FromSeconds(0.7));
    }

    [Fact]
    public async Task Control_groups_of_version_1_have_another_name_for_what_can_be_taken_back()
    {
        var reading = statistics.ReadAsync(CancellationToken.None);
        statistics.Report(Frame(cpu: 1, memory: 50_000_000, "total_inactive_file", 20_000_000));

        (await reading).ShouldNotBeNull().Usage.MemoryBytes.ShouldBe(30_000_000);
    }

    [Fact]
    public async Task When_statistics_stop_the_last_ones_say_nothing_of_now()
    {
        var reading = statistics.ReadAsync(CancellationToken.None);
        statistics.Report(Frame(cpu: 1, memory: 1, "inactive_file", 0));
        await reading;

        time.Advance(TimeSpan.FromSeconds(5));

        (await statistics.ReadAsync(CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task The_zeros_of_a_container_that_does_not_run_are_no_readings()
    {
        var reading = statistics.ReadAsync(CancellationToken.None);
        statistics.Report(new ContainerStatsResponse { CPUStats = new CPUStats { CPUUsage = new CPUUsage() }, MemoryStats = new MemoryStats() });

        (await reading).ShouldNotBeNull().Usage.ShouldBe(default);
    }

    [Fact]
    public async Task An_engine_that_says_nothing_is_waited_for_only_as_long_as_was_asked()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Should.ThrowAsync<OperationCanceledException>(() => statistics.ReadAsync(soon.Token));
    }

    static ContainerStatsResponse Frame(ulong cpu, ulong memory, string name, ulong inactive) => new()
    {
        CPUStats = new CPUStats
        {
            CPUUsage = new CPUUsage { TotalUsage = cpu },
            ThrottlingData = new ThrottlingData { Periods = 40, ThrottledPeriods = 30, ThrottledTime = 1_500_000_000 },
        },
        MemoryStats = new MemoryStats { Usage = memory, Stats = new Dictionary<string, ulong> { [name] = inactive } },
    };
}

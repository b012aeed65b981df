using PerfGate.Environments.Probes;
using PerfGate.Gate.Records;
using PerfGate.Load.Profiles;

namespace PerfGate.Gate.Runs;

/// <summary>Watches what the services use while load runs; CPU seconds are those of the measured stages.</summary>
internal sealed class ResourceWatch : IAsyncDisposable
{
    readonly ProbeSampler sampler;
    readonly CancellationTokenSource stop = new();
    readonly Task<ProbeMark?> begin;

    /// <summary>Begins to watch; load begins now too.</summary>
    public ResourceWatch(IReadOnlyList<IProbe> probes, Profile profile, TimeProvider time)
    {
        sampler = new ProbeSampler(probes, time);
        sampler.Start();
        begin = MarkBegin(profile.Stages, time);
    }

    public IReadOnlyList<string> Warnings => sampler.Warnings;

    /// <summary>Stops, and gives what was used.</summary>
    public async Task<IReadOnlyList<ResourceRecord>> StopAsync(Totals measured)
    {
        var end = sampler.Mark("load ended");
        await stop.CancelAsync();
        var measuring = await begin;
        var samples = await sampler.StopAsync();
        return [.. samples.Select(s => Record(s, measuring is null ? null : end.CpuSecondsSince(measuring, s.Service), measured))];
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await begin;
        await sampler.DisposeAsync();
        stop.Dispose();
    }

    /// <summary>Only where all warm-up comes first is the difference between two marks that of the measured stages alone.</summary>
    async Task<ProbeMark?> MarkBegin(IReadOnlyList<Stage> stages, TimeProvider time)
    {
        var warmUp = stages.TakeWhile(s => s.WarmUp).ToList();
        if (stages.Skip(warmUp.Count).Any(s => s.WarmUp)) return null;
        try
        {
            await Task.Delay(warmUp.Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Duration), time, stop.Token);
            return sampler.Mark("measuring begins");
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    static ResourceRecord Record(ServiceSamples service, double? cpu, Totals measured) => new(
        service.Service,
        cpu,
        cpu is { } seconds && measured.Requests > 0 ? seconds * 1e6 / measured.Requests : null,
        service.PeakMemoryBytes,
        [.. service.Samples.Select(s => s.Second)],
        service.CpuShares(),
        [.. service.Samples.Select(s => s.Reading.MemoryBytes)]);
}

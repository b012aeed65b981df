using PerfGate.Environments.Probes;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;
using PerfGate.Load.Profiles;

namespace PerfGate.Gate.Runs;

/// <summary>Watches what the services use while load runs; CPU seconds are those of the measured stages.</summary>
internal sealed class ResourceWatch : IAsyncDisposable
{
    readonly ProbeSampler sampler;
    readonly CancellationTokenSource stop = new();
    // Goes on inside the call that completes it, so that the mark is made then and not when a thread is free.
    readonly TaskCompletionSource began = new();
    readonly Task<ProbeMark?> begin;

    /// <summary>Begins to watch; the profile begins when <see cref="ProfileBegan"/> says so.</summary>
    /// <param name="probes">What to read; disposed of with the watch.</param>
    /// <param name="profile">The load: it says when measuring begins.</param>
    /// <param name="time">The clock.</param>
    public ResourceWatch(IReadOnlyList<IProbe> probes, Profile profile, TimeProvider time)
    {
        sampler = new ProbeSampler(probes, time);
        sampler.Start();
        begin = MarkBegin(profile.Stages, time);
    }

    /// <summary>The profile begins now.</summary>
    public void ProfileBegan() => began.TrySetResult();

    public IReadOnlyList<string> Warnings => sampler.Warnings;

    /// <summary>Stops, and gives what was used.</summary>
    public async Task<IReadOnlyList<ResourceRecord>> StopAsync(Totals measured)
    {
        var end = await sampler.MarkAsync("load ended");
        await stop.CancelAsync();
        began.TrySetCanceled();
        var measuring = await begin;
        return ResourceRecorder.Record(await sampler.StopAsync(), measuring, end, measured);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        began.TrySetCanceled();
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
            await began.Task;
            await Task.Delay(warmUp.Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Duration), time, stop.Token);
            return await sampler.MarkAsync("measuring begins");
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}

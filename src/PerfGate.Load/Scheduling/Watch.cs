using PerfGate.Load.Recording;
using PerfGate.Load.Results;

namespace PerfGate.Load.Scheduling;

/// <summary>Wakes at every whole second: completes it in the series and tells the person watching.</summary>
internal sealed class Watch(LoadRun run, IProgress<LoadProgress>? progress, StopSignal stop)
{
    const long Second = 1_000_000;
    static readonly TimeSpan StuckFor = TimeSpan.FromMilliseconds(250);

    readonly ErrorWatch? errors = run.Plan.StopOnErrorRate is { } limit ? new ErrorWatch(limit) : null;
    IProgress<LoadProgress>? progress = progress;

    /// <summary>Why nobody was told any more; empty when all is well.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    public async Task Run(CancellationToken ct)
    {
        while (true)
        {
            await run.Clock.WaitUntil((run.Clock.Micros / Second + 1) * Second, ct);
            if (ct.IsCancellationRequested) return;
            run.Pacer.Relieve(StuckFor);
            var users = run.Crew.Running;
            var (seen, reason) = run.Recorder.Collect(
                users, c => (progress is null ? null : Look(c, users), errors?.See(c.Last(run.Clock.Micros))));
            if (reason is not null) stop.Stop(reason);
            if (seen is not null) Tell(seen);
        }
    }

    void Tell(LoadProgress seen)
    {
        try
        {
            progress!.Report(seen);
        }
        catch (Exception e)
        {
            // Showing progress is not worth a run.
            progress = null;
            Warnings = [$"Progress was no longer shown after {seen.Elapsed:hh\\:mm\\:ss}, because showing it failed: {e.Message}"];
        }
    }

    LoadProgress Look(Collector collector, int users)
    {
        var (now, stages) = (run.Clock.Micros, run.Stages);
        var index = stages.IndexAt(now);
        var stage = stages[index];
        return new LoadProgress(
            stage.Name, index + 1, stages.Count, stage.WarmUp, TimeSpan.FromMicroseconds(now),
            StageLeft: stages.HasBegun ? Left(stages.EndOf(index), now) : TimeSpan.Zero,
            TotalLeft: stages.HasBegun ? Left(stages.EndMicros, now) : TimeSpan.FromMicroseconds(stages.ProfileMicros),
            users, collector.Last(now), collector.Requests, collector.FailureCount, collector.SoFar(index))
        {
            WantedRate = stage.Arrivals?.RateAt((now - stages.StartOf(index)) / 1e6, stage.Duration.TotalSeconds),
            Dropped = run.Arrivals?.Dropped ?? 0,
        };
    }

    static TimeSpan Left(long end, long now) => TimeSpan.FromMicroseconds(Math.Max(0, end - now));
}

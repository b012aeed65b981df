using PerfGate.Gate.Records;
using PerfGate.Load.Results;

namespace PerfGate.Gate.Recording;

/// <summary>Turns what the load engine measured into a run record: measured stages merged, warm-up kept apart.</summary>
public static class RunRecorder
{
    /// <summary>The record of a run. What only the environment knows is added to it by <c>with { Resources = …, Steps = … }</c>.</summary>
    /// <param name="load">What the engine measured.</param>
    /// <param name="identity">What the run is.</param>
    /// <param name="systemDeath">Why the system died under the harness, in words; null when it did not.</param>
    public static RunRecord Record(LoadResult load, RunIdentity identity, string? systemDeath = null)
    {
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(identity);
        var stages = load.Stages.Select(Stage).ToList();
        var (warmUp, measured) = (stages.Where(s => s.WarmUp).ToList(), stages.Where(s => !s.WarmUp).ToList());
        var totals = Totals(measured);
        var endpoints = EndpointMerge.ByName(measured.SelectMany(s => s.Endpoints), totals.Seconds);
        return new RunRecord
        {
            RunId = identity.RunId,
            Suite = identity.Suite,
            Profile = identity.Profile,
            Environment = identity.Environment,
            Engine = identity.Engine,
            Commit = identity.Commit,
            Branch = identity.Branch,
            Dirty = identity.Dirty,
            Seed = identity.Seed,
            Fingerprint = identity.Fingerprint.Hash,
            Machine = identity.Fingerprint.Parts,
            StartedAt = load.StartedAt.ToUniversalTime(),
            DurationSeconds = load.Duration.TotalSeconds,
            End = systemDeath is not null ? RunEnd.SystemDied : End(load.End),
            SystemDeath = systemDeath,
            Totals = totals,
            WarmUp = Totals(warmUp),
            Overall = EndpointMerge.All(endpoints, totals.Seconds),
            Stages = stages,
            Endpoints = endpoints,
            Series = SeriesRecorder.Record(load.Series),
            Users = [.. load.UserClasses.Select(u => new UserClassRecord(u.Name, u.PeakUsers, u.Tasks) { Weights = u.Weights })],
            Failures = [.. load.Failures.Select(Failure)],
            Exceptions = [.. load.Exceptions.Select(Exception)],
            Generator = Generator(load.Generator),
            Targets = identity.Targets,
            Criteria = identity.Criteria,
            UntilItBreaks = identity.UntilItBreaks,
            StopReason = load.StopReason,
            SlowRequests = load.SlowRequests is { } slow ? Slow(slow) : null,
            Warnings = load.StopReason is { } reason && !identity.UntilItBreaks ? [$"Load was stopped early: {reason}.", .. load.Warnings] : load.Warnings,
            Command = identity.Command,
        };
    }

    static string End(LoadEnd end) => end switch
    {
        LoadEnd.Cancelled => RunEnd.Cancelled,
        LoadEnd.Stopped => RunEnd.Stopped,
        _ => RunEnd.Completed,
    };

    /// <summary>One stage as records have it.</summary>
    internal static StageRecord Stage(StageResult stage)
    {
        var endpoints = stage.Endpoints.Where(e => e.Requests > 0).Select(e => Endpoint(e, stage.Duration.TotalSeconds));
        return new StageRecord(
            stage.Name, stage.WarmUp, stage.Start.TotalSeconds, stage.Duration.TotalSeconds, stage.Users, [.. endpoints])
        {
            Rate = stage.Rate,
            StartRate = stage.StartRate,
            Arrivals = stage.Arrivals,
            Dropped = stage.Dropped,
        };
    }

    static EndpointRecord Endpoint(EndpointResult endpoint, double seconds) => EndpointMerge.Describe(
        new EndpointCounts(endpoint.Name, endpoint.Method, endpoint.Requests, endpoint.Failures, endpoint.BytesReceived, [.. endpoint.Statuses.Select(s => new StatusCount(s.Key, s.Value))]),
        endpoint.ResponseTime,
        endpoint.ServiceTime,
        endpoint.ConnectTime,
        seconds);

    static Totals Totals(List<StageRecord> stages) => new(
        stages.Sum(s => s.Endpoints.Sum(e => e.Requests)),
        stages.Sum(s => s.Endpoints.Sum(e => e.Failures)),
        stages.Sum(s => s.DurationSeconds));

    static FailureRecord Failure(FailureGroup f) =>
        new(f.Endpoint, f.Method, f.Reason, f.Count, f.WarmUpCount, f.First.TotalSeconds, f.Last.TotalSeconds);

    static SlowRequestsRecord Slow(SlowRequests slow) => new(
        (long)slow.Limit.TotalMicroseconds,
        slow.Total,
        [.. slow.Sample.Select(s => new SlowRequestRecord(
            s.Completed.TotalSeconds, s.Endpoint, s.Method, s.Status, s.Bytes, (long)s.ResponseTime.TotalMicroseconds, s.Failed))]);

    static ExceptionRecord Exception(ExceptionGroup e) =>
        new(e.Where, e.Type, e.Message, e.Stack, e.Count, e.First.TotalSeconds, e.Last.TotalSeconds);

    static GeneratorRecord Generator(GeneratorHealth g) => new(
        g.CpuShare,
        g.ScheduleLagP50Micros,
        g.ScheduleLagP99Micros,
        g.ScheduleLagMaxMicros,
        g.Dropped,
        g.GcPause.TotalMilliseconds,
        g.GcCollections,
        g.AllocatedBytesPerRequest)
    {
        Arrivals = g.Arrivals,
        Runtime = g.Runtime,
    };
}

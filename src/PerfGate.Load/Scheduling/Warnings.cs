using PerfGate.Load.Recording;

namespace PerfGate.Load.Scheduling;

/// <summary>What a reader of a run's result should know beside its numbers.</summary>
internal static class Warnings
{
    public static IEnumerable<string> Of(LoadRun run, Collector collector, IReadOnlyList<RunningUser> abandoned, long loadEnd) =>
        OfUsers(run, abandoned).Concat(OfArrivals(run, loadEnd)).Concat(OfRequests(run, collector));

    static IEnumerable<string> OfUsers(LoadRun run, IReadOnlyList<RunningUser> abandoned)
    {
        var (profile, pool) = (run.Plan.Profile, run.Plan.Profile.PoolUsers);
        var peak = Math.Max(profile.PeakUsers - pool, pool);
        foreach (var kind in run.Kinds.Where(k => !k.HasTasks))
            yield return $"{kind.Name} took no part: the tags leave it no task.";
        foreach (var kind in run.Kinds.Where(k => k.HasTasks && k.Result.PeakUsers == 0))
            yield return $"{kind.Name} never had a user: at {peak} users its share is less than one.";
        foreach (var kind in run.Kinds.Where(k => k.Patience.IsOver))
            yield return $"{kind.Name} often keeps its thread for more than {Patience.Longest.TotalMilliseconds:0.###} ms, as blocking calls "
                + "do; it was moved to other threads, and what came before it may have made others late. Await instead of blocking.";
        if (run.Crew.Limit < peak)
            yield return $"The profile wants {peak} users, but the fixed counts allow only {run.Crew.Limit}.";
        if (abandoned.Count > 0)
            yield return $"{abandoned.Count} users did not stop ({Names(abandoned)}): their code does not heed "
                + "user.Cancellation. What they did later is not counted.";
    }

    static IEnumerable<string> OfArrivals(LoadRun run, long loadEnd)
    {
        if (run.Arrivals is not { } arrivals) yield break;
        var pool = Math.Min(run.Plan.Profile.PoolUsers, run.Crew.Limit);
        if (run.Stages.HasBegun && run.Crew.Ready < pool)
            yield return $"{pool - run.Crew.Ready} of {pool} users of the pool were not ready to serve arrivals when the profile began.";
        foreach (var warning in OfArrivals(arrivals, pool, (loadEnd - run.Stages.BeginMicros) / 1e6))
            yield return warning;
    }

    internal static IEnumerable<string> OfArrivals(ArrivalStream arrivals, int pool, double seconds)
    {
        if (arrivals.Dropped > 0)
            yield return $"{arrivals.Dropped:N0} of {arrivals.Due:N0} arrivals were dropped, because all {pool} users of the pool were busy. "
                + "Where so many requests may be under way at a time, give the profile a larger pool: Pool(users).";
        if (arrivals.Missed > 0)
            yield return $"The generator managed {(arrivals.Due - arrivals.Missed) / seconds:N0} of {arrivals.Due / seconds:N0} arrivals per second: "
                + $"{arrivals.Missed:N0} were due, but load ended before it got to them.";
    }

    static IEnumerable<string> OfRequests(LoadRun run, Collector collector)
    {
        var recorder = run.Recorder;
        if (collector.Requests == 0)
            yield return "Nothing was requested: no user sent a request or ran a step.";
        if (recorder.CutOffCount is > 0 and var cut)
            yield return $"{cut} requests were cut off because they were not finished {run.Plan.StopWithin.TotalSeconds:0.###} s "
                + "after the end of load (StopWithin); they are not counted.";
        if (recorder.Endpoints.Overflow is { Count: > 0 } names)
            yield return $"More than {EndpointTable.Limit} endpoint names: the later ones are counted together as "
                + $"'{recorder.Endpoints.Other.Name}', among them {string.Join(", ", names)}. "
                + "Give such requests one name with Named(...).";
        if (recorder.Reasons.Overflow is { Count: > 0 } reasons)
            yield return $"More than {ReasonTable.Limit} reasons of failure: the later ones are counted together as "
                + $"'{recorder.Reasons.Other}', among them '{reasons[0]}'. Keep what varies out of Fail(...).";
        if (collector.SecondsPerEntry > 1)
            yield return $"Each entry of the series covers {collector.SecondsPerEntry} s: the run is longer than an hour.";
    }

    static string Names(IReadOnlyList<RunningUser> users) =>
        string.Join(", ", users.Select(u => u.Kind.Name).Distinct(StringComparer.Ordinal));
}

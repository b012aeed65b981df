using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>A service was started again, or processes of it were killed for memory, while load ran.</summary>
internal sealed class ServiceRestarted : IFindingRule
{
    static readonly string[] Events = ["Restarts", "OOM kills"];

    public IEnumerable<Finding> Look(RunRecord run) =>
        from resource in run.Resources
        where (resource.Restarts > 0 || resource.OomKills > 0) && !IsTold(run, resource)
        orderby resource.Restarts ?? 0 descending
        select Restarted(resource);

    // How a service died that ended the run says service-exited.
    static bool IsTold(RunRecord run, ResourceRecord resource) =>
        run.End == RunEnd.SystemDied && run.SystemDeath?.StartsWith($"'{resource.Service}'", StringComparison.Ordinal) == true;

    static Finding Restarted(ResourceRecord resource)
    {
        var (restarts, kills) = (resource.Restarts ?? 0, resource.OomKills ?? 0);
        var seconds = resource.Metrics.Where(metric => Events.Contains(metric.Chart, StringComparer.Ordinal))
            .SelectMany(metric => resource.Second.Zip(metric.Values).Where(sample => sample.Second > 0).Select(sample => sample.First));
        var (from, to) = Evidence.Ends(seconds);
        var limit = resource.MemoryLimitBytes is { } bytes ? $" Its memory limit is {Words.Bytes(bytes)}." : "";
        string[] told =
        [
            .. restarts > 0 ? [$"was started again {Times(restarts)}"] : Array.Empty<string>(),
            .. kills > 0 ? [$"lost {(kills == 1 ? "a process" : $"{Evidence.Number(kills)} processes")} to the kernel for memory (OOM kill)"] : Array.Empty<string>(),
        ];
        return new Finding(
            "service-restarted",
            restarts > 0 ? "A service was started again under load" : "A service lost a process for memory",
            $"'{resource.Service}' {string.Join(" and ", told)}{Evidence.Between(from, to)}.{(kills > 0 ? limit : "")}",
            kills > 0
                ? "Give it a higher memory limit, or find what holds the memory: compare its memory over time with the load."
                : "Read its log of that time in the run's folder under logs/: look for the last lines before it began anew.")
        {
            Meaning = "Requests failed or waited while it came up, and what it had in memory was gone: times of before and after are not those of one system.",
            FromSeconds = from,
            ToSeconds = to,
        };
    }

    static string Times(long count) => count == 1 ? "once" : $"{Evidence.Number(count)} times";
}

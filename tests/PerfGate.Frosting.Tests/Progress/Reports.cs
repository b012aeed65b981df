using PerfGate.Load.Results;

namespace PerfGate.Frosting.Tests.Progress;

/// <summary>Reports as the load engine makes them.</summary>
internal static class Reports
{
    public static LoadProgress At(double seconds, int stage = 1, string name = "hold 100") => new(
        Stage: name,
        StageNumber: stage,
        StageCount: 3,
        WarmUp: false,
        Elapsed: TimeSpan.FromSeconds(seconds),
        StageLeft: TimeSpan.FromSeconds(8),
        TotalLeft: TimeSpan.FromSeconds(38 - seconds),
        Users: 73,
        All: new SecondStatistics(41, 0, 3_100, 9_800, 12_000),
        Requests: 400,
        Failures: 0,
        Endpoints: []);

    public static SecondEndpointResult Endpoint(string name, long requests = 100, long failures = 0) =>
        new(name, "GET", new SecondStatistics(requests, failures, 3_100, 9_800, 12_000));

    public static IReadOnlyList<SecondEndpointResult> Endpoints(int count) =>
        [.. Enumerable.Range(1, count).Select(i => Endpoint($"/e{i}", requests: i))];

    public static async IAsyncEnumerable<LoadProgress> Stream(params IEnumerable<LoadProgress> reports)
    {
        foreach (var report in reports)
        {
            await Task.Yield();
            yield return report;
        }
    }
}

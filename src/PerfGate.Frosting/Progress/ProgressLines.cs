using PerfGate.Load.Results;

namespace PerfGate.Frosting.Progress;

/// <summary>
/// Progress in a log, one line every five seconds and one whenever a stage begins:
/// <c>[00:12] warm-up to 100 (1/3)  73 users  41.0 req/s  0 failures  p50 3.1 ms  p95 9.8 ms  26 s left</c>.
/// </summary>
internal sealed class ProgressLines(TextWriter output) : IProgressView
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    public async Task ShowAsync(IAsyncEnumerable<LoadProgress> reports)
    {
        LoadProgress? shown = null;
        await foreach (var report in reports)
        {
            if (shown?.StageNumber == report.StageNumber && report.Elapsed - shown.Elapsed < Every) continue;
            await output.WriteLineAsync(Line(report));
            await output.FlushAsync();
            shown = report;
        }
    }

    static string Line(LoadProgress report) => string.Join("  ",
        $"[{ProgressText.Clock(report.Elapsed)}] {Stage(report)}",
        ProgressText.Count(report.Users, "user"),
        ProgressText.Rate(report),
        ProgressText.Count(report.Failures, "failure"),
        $"p50 {ProgressText.ResponseTime(report.All.P50Micros)}",
        $"p95 {ProgressText.ResponseTime(report.All.P95Micros)}",
        $"{ProgressText.Left(report.TotalLeft)} left");

    static string Stage(LoadProgress report) =>
        $"{ProgressText.Name(report.Stage)} ({report.StageNumber}/{report.StageCount}{WarmUpMark(report)})";

    // The built-in names say it themselves.
    static string WarmUpMark(LoadProgress report) =>
        report.WarmUp && !report.Stage.Contains("warm-up", StringComparison.OrdinalIgnoreCase) ? ", warm-up" : "";
}

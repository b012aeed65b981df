using Cake.Frosting;
using PerfGate.Reporting;

namespace PerfGate.Frosting.Tasks;

/// <summary>Renders every report again from run.json and result.json.</summary>
[TaskName("PerfReport")]
[TaskDescription("Renders summary.md, report.html, the CSV files and junit.xml of the newest run (or --from).")]
public sealed class PerfReport : AsyncFrostingTask<PerfContext>
{
    /// <inheritdoc />
    public override async Task RunAsync(PerfContext context)
    {
        var folder = context.Session.FolderOf(context.Settings);
        var judged = context.Session.Judgement(context.Settings).Read(folder);
        await ReportFiles.WriteAsync(new Report(judged.Run, judged.Result, judged.Baseline, judged.Paired), folder.Path, context.Cancellation);
        Console.WriteLine($"Report: {folder.ReportFile}");
    }
}

using Cake.Frosting;
using PerfGate.Frosting.Publishing;
using PerfGate.Gate.Results;
using PerfGate.Reporting;

namespace PerfGate.Frosting.Tasks;

/// <summary>Tells people: the summary on the console and, in a GitHub job, in its job summary.</summary>
[TaskName("PerfPublish")]
[TaskDescription("Prints the summary of the newest run (or --from), and adds it to the GitHub job summary in a job.")]
public sealed class PerfPublish : FrostingTask<PerfContext>
{
    /// <inheritdoc />
    public override void Run(PerfContext context)
    {
        var settings = context.Settings;
        var folder = context.Session.FolderOf(settings);
        var judged = context.Session.Judgement(settings).Read(folder);
        ConsoleSummary.Write(new Report(judged.Run, judged.Result, judged.Baseline), Console.Out, Terminal.HasColour, Terminal.Width, folder.Path);
        if (judged.Result.Verdict == Verdict.NoBaseline) Console.WriteLine("Nothing was compared. To compare later runs with this one: ./build.sh --target=PerfBaseline");
        if (settings.JobSummary is { } jobSummary) JobSummary.Append(folder.SummaryFile, jobSummary, Console.Error);
    }
}

using Cake.Frosting;
using PerfGate.Frosting.Hosting;
using PerfGate.Frosting.Publishing;
using PerfGate.Gate.Results;
using PerfGate.Reporting;

namespace PerfGate.Frosting.Tasks;

/// <summary>
/// Tells people: the summary on the console and, in a GitHub job, on the job's page, on the pull request and as a check. Works
/// from the records alone, so that a job with a token can tell the result of one without.
/// </summary>
[TaskName("PerfPublish")]
[TaskDescription("Prints the summary of the newest run (or --from); in a GitHub job also on its page, the pull request and as a check.")]
public sealed class PerfPublish : AsyncFrostingTask<PerfContext>
{
    /// <inheritdoc />
    public override async Task RunAsync(PerfContext context)
    {
        var (session, settings) = (context.Session, context.Settings);
        var commands = new StoppedCommands(Console.Out, settings.IsGitHubJob);
        var folder = session.FolderOf(settings);
        var judged = session.Judgement(settings).Read(folder);
        ConsoleSummary.Write(new Report(judged.Run, judged.Result, judged.Baseline, judged.Paired), Console.Out, Terminal.HasColour, Terminal.Width, folder.Path);
        if (judged.Result.Verdict == Verdict.NoBaseline)
            Console.WriteLine($"Nothing was compared. To compare later runs with this one: ./build.sh --target=PerfBaseline{settings.Plan.SuiteArgument}");
        commands.Resume();

        // Several suites are told of together, once the last one is through.
        if (session.Sequence.HasSeveral) session.ToTell = judged;
        else await Announcement.TellAsync([new SuiteOutcome(judged.Run.Suite, judged.Result.ExitCode, judged, Problem: null) { DefinedIn = settings.Plan.Suite.DefinedIn }], settings, context.Cancellation);
    }
}

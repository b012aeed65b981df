using Cake.Frosting;
using PerfGate.Frosting.Publishing;
using PerfGate.Frosting.Settings;
using PerfGate.Gate.Results;
using PerfGate.GitHub;
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
        var settings = context.Settings;
        var commands = new StoppedCommands(Console.Out, settings.IsGitHubJob);
        var folder = context.Session.FolderOf(settings);
        var judged = context.Session.Judgement(settings).Read(folder);
        ConsoleSummary.Write(new Report(judged.Run, judged.Result, judged.Baseline), Console.Out, Terminal.HasColour, Terminal.Width, folder.Path);
        if (judged.Result.Verdict == Verdict.NoBaseline) Console.WriteLine("Nothing was compared. To compare later runs with this one: ./build.sh --target=PerfBaseline");
        var publication = PublicationBuilder.Of(judged, settings.Comment, settings.Plan.Suite.DefinedIn);
        if (settings.JobSummary is { } jobSummary) JobSummary.Append(publication.Summary, jobSummary, Console.Error);
        var told = settings.TellsGitHub ? await TellGitHub(publication, settings, context.Cancellation) : null;
        commands.Resume();
        if (settings.IsGitHubJob)
            foreach (var command in told?.Commands ?? []) Console.WriteLine(command);
    }

    static async Task<PublishReport> TellGitHub(Publication publication, PerfSettings settings, CancellationToken ct)
    {
        var told = await new GitHubPublisher(TimeProvider.System, new Patience()).PublishAsync(publication, settings.GitHub, ct);
        foreach (var done in told.Done) Console.WriteLine(done);
        foreach (var warning in told.Warnings) Console.Error.WriteLine($"warning: {warning}");
        return told;
    }
}

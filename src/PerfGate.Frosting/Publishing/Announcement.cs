using PerfGate.Frosting.Hosting;
using PerfGate.Frosting.Settings;
using PerfGate.GitHub;
using PerfGate.Reporting;

namespace PerfGate.Frosting.Publishing;

/// <summary>
/// Tells what came of a call: in a GitHub job on its page, on the pull request and as a check. Of several suites it makes one
/// summary, which is written beside their runs as well.
/// </summary>
internal static class Announcement
{
    /// <summary>Tells it. A failure to tell is a warning: posting never changes a verdict.</summary>
    public static async Task TellAsync(IReadOnlyList<SuiteOutcome> outcomes, PerfSettings settings, CancellationToken ct)
    {
        var commands = new StoppedCommands(Console.Out, settings.IsGitHubJob);
        var publication = PublicationBuilder.Of(outcomes, settings.Comment);
        if (outcomes.Count > 1)
        {
            await ReportFiles.WriteSummaryAsync(PublicationBuilder.Reports(outcomes), settings.Artifacts, ct);
            Console.WriteLine();
            foreach (var outcome in outcomes) Console.WriteLine($"{outcome.Suite}: {PublicationBuilder.Line(outcome)}");
            Console.WriteLine($"Summary: {Path.Combine(settings.Artifacts, ReportFiles.Summary)}");
        }

        if (settings.JobSummary is { } jobSummary) JobSummary.Append(publication.Summary, jobSummary, Console.Error);
        var told = settings.TellsGitHub ? await TellGitHub(publication, settings, ct) : null;
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

using PerfGate.Gate.Results;
using PerfGate.Gate.Runs;
using PerfGate.GitHub;
using PerfGate.Reporting;

namespace PerfGate.Frosting.Publishing;

/// <summary>Says in GitHub's words what the gate decided.</summary>
internal static class PublicationBuilder
{
    const int DescriptionLength = 140;

    public static Publication Of(JudgedRun judged, CommentMode mode)
    {
        var result = judged.Result;
        var failed = result.ExitCode != 0;
        return new Publication
        {
            Suite = result.Suite,
            Title = result.Headline,
            Summary = SummaryMarkdown.Render(new Report(judged.Run, result, judged.Baseline)),
            Conclusion = failed ? Conclusion.Failure
                : result.Verdict is Verdict.Passed or Verdict.Improved ? Conclusion.Success
                : Conclusion.Neutral,
            Description = result.Headline.Length <= DescriptionLength ? result.Headline : $"{result.Headline[..(DescriptionLength - 1)]}…",
            Mode = mode,
            Changed = result.Verdict is Verdict.Regressed or Verdict.Improved || result.Comparisons.Any(c => c.Flagged),
            Failed = failed,
        };
    }
}

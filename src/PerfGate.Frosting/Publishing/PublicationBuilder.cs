using System.Globalization;
using PerfGate.Gate.Results;
using PerfGate.Gate.Runs;
using PerfGate.GitHub;
using PerfGate.Reporting;

namespace PerfGate.Frosting.Publishing;

/// <summary>Says in GitHub's words what the gate decided.</summary>
internal static class PublicationBuilder
{
    const int DescriptionLength = 140;

    /// <summary>What there is to post.</summary>
    /// <param name="judged">The run and its decision.</param>
    /// <param name="mode">When the pull request gets a comment.</param>
    /// <param name="suiteFile">The file that the suite and its limits are written in, for remarks beside it; null for none.</param>
    public static Publication Of(JudgedRun judged, CommentMode mode, string? suiteFile = null)
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
            Annotations = suiteFile is null ? [] : [.. Annotations(result, suiteFile)],
            Mode = mode,
            Changed = result.Verdict is Verdict.Regressed or Verdict.Improved || result.Comparisons.Any(c => c.Flagged),
            Failed = failed,
        };
    }

    static IEnumerable<Annotation> Annotations(GateResult result, string file)
    {
        foreach (var missed in result.Targets.Where(t => t.Tier == Tier.Critical))
            yield return new Annotation(file, 1, AnnotationLevel.Failure, Say($"{missed.Metric} of {missed.Endpoint} is {missed.Value:0.####}, beyond its critical limit of {missed.Critical:0.####}."));
        foreach (var moved in result.Comparisons.Where(c => c is { Flagged: true, Change: not null }))
            yield return new Annotation(file, 1, AnnotationLevel.Warning, Say($"{moved.Metric} of {moved.Endpoint} changed by {moved.Change * 100:+0.#;-0.#} % against the baseline."));
    }

    static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using PerfGate.Frosting.Hosting;
using PerfGate.Gate.Results;
using PerfGate.GitHub;
using PerfGate.Reporting;

namespace PerfGate.Frosting.Publishing;

/// <summary>Says in GitHub's words what the gate decided.</summary>
internal static class PublicationBuilder
{
    const int DescriptionLength = 140;

    /// <summary>What there is to post.</summary>
    /// <param name="outcomes">The suites of the call; at least one of them has a verdict.</param>
    /// <param name="mode">When the pull request gets a comment.</param>
    public static Publication Of(IReadOnlyList<SuiteOutcome> outcomes, CommentMode mode)
    {
        var results = outcomes.Select(o => o.Judged?.Result).OfType<GateResult>().ToList();
        var title = outcomes.Count == 1 ? Line(outcomes[0]) : string.Join(" · ", outcomes.Select(o => $"{o.Suite}: {Line(o)}"));
        var failed = outcomes.Any(o => o.ExitCode != 0);
        return new Publication
        {
            Suite = string.Join('+', outcomes.Select(o => o.Suite)),
            Title = title,
            Summary = SummaryMarkdown.Render(Reports(outcomes)),
            Conclusion = failed ? Conclusion.Failure
                : results.TrueForAll(r => r.Verdict is Verdict.Passed or Verdict.Improved) ? Conclusion.Success
                : Conclusion.Neutral,
            Description = title.Length <= DescriptionLength ? title : $"{title[..(DescriptionLength - 1)]}…",
            Annotations = [.. outcomes.SelectMany(Annotations)],
            Mode = mode,
            Changed = results.Exists(r => r.Verdict is Verdict.Regressed or Verdict.Improved || r.Comparisons.Any(c => c.Flagged)),
            Failed = failed,
        };
    }

    /// <summary>The suites as reports tell of them.</summary>
    public static IReadOnlyList<SuiteReport> Reports(IEnumerable<SuiteOutcome> outcomes) =>
        [.. outcomes.Select(o => new SuiteReport(o.Suite, o.Judged is { } judged ? new Report(judged.Run, judged.Result, judged.Baseline, judged.Paired) : null, o.Judged is null ? o.Problem ?? Line(o) : null))];

    /// <summary>What became of a suite, in one line.</summary>
    public static string Line(SuiteOutcome outcome) => outcome.Judged?.Result.Headline ?? (outcome.Problem is { } problem ? problem.Split('\n')[0] : "It could not be measured.");

    static IEnumerable<Annotation> Annotations(SuiteOutcome outcome) =>
        outcome is { DefinedIn: { } file, Judged.Result: { } result } ? Annotations(result, file) : [];

    static IEnumerable<Annotation> Annotations(GateResult result, string file)
    {
        foreach (var missed in result.Targets.Where(t => t.Tier == Tier.Critical))
            yield return new Annotation(file, 1, AnnotationLevel.Failure, Say($"{missed.Metric} of {missed.Subject()} is {missed.Value:0.####}, beyond its critical limit of {missed.Critical:0.####}."));
        foreach (var broken in result.Criteria.Where(c => c.Outcome == Outcome.Failed))
            yield return new Annotation(file, 1, AnnotationLevel.Failure, $"{broken.Title}: {broken.Evidence}");
        foreach (var moved in result.Comparisons.Where(c => c is { Flagged: true, Change: not null }))
            yield return new Annotation(file, 1, AnnotationLevel.Warning, Say($"{moved.Metric} of {Of(moved)} changed by {moved.Change * 100:+0.#;-0.#} % against the baseline."));
    }

    static string Of(Comparison moved) => moved.Method is { Length: > 0 } method ? $"{method} {moved.Endpoint}" : moved.Endpoint;

    static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Runtime.CompilerServices;
using PerfGate.Reporting.Tests.Samples;

namespace PerfGate.Reporting.Tests.Examples;

/// <summary>
/// What a pull request shows in each state, as files beside this one, so that a change to it is seen in review. After a change
/// that is meant, copy the file that the failure names.
/// </summary>
public sealed class ShowingEachState
{
    public static TheoryData<string> States => [.. Reports.Keys];

    static readonly Dictionary<string, Func<Report>> Reports = new(StringComparer.Ordinal)
    {
        ["passed"] = SampleReport.Passed,
        ["improved"] = SampleReport.Improved,
        ["regressed"] = SampleReport.Regressed,
        ["inconclusive"] = SampleReport.Inconclusive,
        ["no-baseline"] = SampleReport.NoBaseline,
        ["invalid"] = SampleReport.Invalid,
        ["critical-target-missed"] = SampleReport.CriticalTargetMissed,
        ["criterion-not-met"] = SampleReport.CriterionNotMet,
        ["paired-regressed"] = SamplePaired.Regressed,
        ["paired-passed"] = SamplePaired.Passed,
        ["paired-inconclusive"] = SamplePaired.Inconclusive,
        ["paired-watched"] = SamplePaired.Watched,
        ["paired-void-rounds"] = SamplePaired.WithVoidRounds,
        ["history"] = SamplePaired.WithHistory,
    };

    [Theory]
    [MemberData(nameof(States))]
    public void The_summary_is_the_example(string state) => Same(state, SummaryMarkdown.Render(Reports[state]()));

    [Fact]
    public void Three_suites_in_one_summary_are_the_example() => Same("three-suites", SummaryMarkdown.Render(SampleReport.ThreeSuites()));

    static void Same(string state, string summary)
    {
        var actual = Path.Combine(AppContext.BaseDirectory, $"{state}.md");
        var example = Path.Combine(Folder(), $"{state}.md");
        File.WriteAllText(actual, summary);
        File.Exists(example).ShouldBeTrue($"if this is meant: cp {actual} {example}");
        summary.ShouldBe(File.ReadAllText(example), $"if this is meant: cp {actual} {example}");
    }

    static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

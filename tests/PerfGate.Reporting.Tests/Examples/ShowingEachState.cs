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
    };

    [Theory]
    [MemberData(nameof(States))]
    public void The_summary_is_the_example(string state)
    {
        var actual = Path.Combine(AppContext.BaseDirectory, $"{state}.md");
        var example = Path.Combine(Folder(), $"{state}.md");
        var summary = SummaryMarkdown.Render(Reports[state]());
        File.WriteAllText(actual, summary);
        File.Exists(example).ShouldBeTrue($"if this is meant: cp {actual} {example}");
        summary.ShouldBe(File.ReadAllText(example), $"if this is meant: cp {actual} {example}");
    }

    static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

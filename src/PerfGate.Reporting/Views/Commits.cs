using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Views;

/// <summary>Names of what was measured and what it was compared with.</summary>
internal static class Commits
{
    /// <summary>main@abc1234, with "+ local changes" when there were some; the run's id outside git.</summary>
    public static string Of(RunRecord run) =>
        run.Commit is null
            ? $"run {PlainText.Line(run.RunId)}"
            : Name(run.Branch, run.Commit) + (run.Dirty is true ? " + local changes" : "");

    public static string Of(BaselineReference baseline) =>
        baseline.Commit is null ? $"run {PlainText.Line(baseline.RunId)}" : Name(baseline.Branch, baseline.Commit);

    static string Name(string? branch, string commit)
    {
        var shortened = PlainText.Line(commit.Length > 7 ? commit[..7] : commit);
        return branch is null ? shortened : $"{PlainText.Line(branch, 60)}@{shortened}";
    }
}

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

    /// <summary>What a run was compared with: "merge base with main (29d3c1f)"; null when with nothing.</summary>
    public static string? Reference(Report report) =>
        report.Paired is { } session ? PairedWords.Side(session.Baseline)
        : report.Result.Baseline is not { } baseline ? report.Result.Paired is null ? null : "the baseline commit"
        : baseline.Commit is not { } commit ? $"run {PlainText.Line(baseline.RunId)}"
        : baseline.Branch is { } branch ? Named(branch, commit)
        : Short(commit);

    /// <summary>"main (29d3c1f)".</summary>
    public static string Named(string reference, string commit) => $"{PlainText.Line(reference, 80)} ({Short(commit)})";

    /// <summary>The beginning of a commit's id.</summary>
    public static string Short(string commit) => PlainText.Line(commit.Length > 7 ? commit[..7] : commit);

    static string Name(string? branch, string commit)
    {
        var shortened = Short(commit);
        return branch is null ? shortened : $"{PlainText.Line(branch, 60)}@{shortened}";
    }
}

using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Views;

/// <summary>How a paired session went, in words.</summary>
internal static class PairedWords
{
    public static bool IsPaired(Report report) => IsPaired(report.Result) || report.Paired is not null;

    /// <summary>Whether its comparisons come from a session.</summary>
    public static bool IsPaired(GateResult result) => result.Paired is not null;

    /// <summary>
    /// "10 rounds of 8 s with 700 requests/s to each side in 5 starts, 1 void; a slowdown below 4 % could have stayed unseen"; null
    /// without a session.
    /// </summary>
    public static string? Session(Report report) =>
        report.Result.Paired is not { } session ? null : Rounds(session, report.Paired) + Unseen(report.Result) + Settle(session);

    /// <summary>One side: "merge base with main (29d3c1f)".</summary>
    public static string Side(SideRecord side) =>
        Commits.Named(side.Reference, side.Commit)
        + (side.Dirty ? " + local changes" : "")
        + (side.Injected is { } injected ? $" + injected {PlainText.Line(injected, 60)}" : "");

    static string Rounds(PairedSummary session, PairedRecord? record)
    {
        var confirm = session.ConfirmRounds > 0 ? $" and {session.ConfirmRounds} more to confirm," : "";
        var slots = record is null ? "" : $" of {Quantity.Span(record.SlotSeconds)}";
        var voided = session.VoidRounds > 0 ? $", {session.VoidRounds} void" : "";
        return $"{Count(session.ScreenRounds, "round")}{confirm}{slots} with {Quantity.Significant(session.Rate)} requests/s to each side in {Count(session.Blocks, "start")}{voided}";
    }

    static string Unseen(GateResult result) =>
        result.SmallestVisibleChange is { } smallest ? $"; a slowdown below {Quantity.Percent(smallest)} could have stayed unseen" : "";

    static string Settle(PairedSummary session) =>
        session.RoundsToSettle is { } rounds ? $"; {Count(rounds, "round")} in each look would most likely settle it" : "";

    static string Count(int count, string noun) => $"{Quantity.Count(count)} {noun}{(count == 1 ? "" : "s")}";
}

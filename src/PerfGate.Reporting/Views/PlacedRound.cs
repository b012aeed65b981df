using PerfGate.Gate.Paired;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Views;

/// <summary>A round of a session as a drawing shows it.</summary>
/// <param name="Round">The round.</param>
/// <param name="Number">Which of its look, from 1 on.</param>
/// <param name="Confirm">Whether it is of the second look.</param>
/// <param name="X">Its place: rounds are 1 apart, starts and looks farther.</param>
/// <param name="Baseline">The metric's value on the baseline's side; null where it has none.</param>
/// <param name="Candidate">The metric's value on the candidate's side; null where it has none.</param>
internal sealed record PlacedRound(RoundRecord Round, int Number, bool Confirm, double X, double? Baseline, double? Candidate)
{
    const double BetweenStarts = 0.7;
    const double BetweenLooks = 1.6;

    public bool IsVoid => Round.Void.Count > 0;

    /// <summary>The rounds of both looks in the order of time.</summary>
    public static IReadOnlyList<PlacedRound> Each(PairedRecord session, string endpoint, string? method, string metric)
    {
        var placed = new List<PlacedRound>();
        foreach (var (round, number, confirm) in Looks(session))
        {
            var step = placed.Count == 0 ? 0
                : 1 + (placed[^1].Confirm != confirm ? BetweenLooks : placed[^1].Round.Block != round.Block ? BetweenStarts : 0);
            placed.Add(new PlacedRound(
                round, number, confirm, placed.Count == 0 ? 0 : placed[^1].X + step,
                PairedMetrics.Value(round.Baseline, endpoint, method, metric), PairedMetrics.Value(round.Candidate, endpoint, method, metric)));
        }

        return placed;
    }

    /// <summary>"Round 3 of the screen, start 1: baseline 3.31 ms, candidate 3.52 ms, +6.3 %; the baseline came first".</summary>
    public string Words(Metric metric)
    {
        double? change = Baseline > 0 && Candidate is not null ? Candidate / Baseline - 1 : null;
        var order = Round.BaselineFirst ? "baseline" : "candidate";
        var voided = IsVoid ? $". Void: {PlainText.Line(string.Join(' ', Round.Void), 400)}" : "";
        return $"Round {Number} of the {(Confirm ? "confirmation" : "screen")}, start {Round.Block + 1}: baseline {metric.Compared(Baseline)}, " +
            $"candidate {metric.Compared(Candidate)}, {Quantity.Change(change)}; the {order} came first{voided}";
    }

    static IEnumerable<(RoundRecord Round, int Number, bool Confirm)> Looks(PairedRecord session) =>
        session.Screen.Select((r, i) => (r, i + 1, false)).Concat(session.Confirm.Select((r, i) => (r, i + 1, true)));
}

using PerfGate.Gate.Results;
using PerfGate.Reporting.Charts;

namespace PerfGate.Reporting.Views;

/// <summary>When a finding was seen.</summary>
internal static class FindingTime
{
    // What lasts nearly as long as the run tints nearly the whole chart, and so tells nothing.
    const double MostOfTheRun = 0.8;

    /// <summary>Its time range as clocks count: 0:31–0:34; null when it is of no certain time.</summary>
    public static string? Words(Finding finding) => (finding.FromSeconds, finding.ToSeconds) switch
    {
        ({ } from, { } to) when Ticks.Clock(from) == Ticks.Clock(to) => Ticks.Clock(from),
        ({ } from, { } to) => $"{Ticks.Clock(from)}–{Ticks.Clock(to)}",
        ({ } from, null) => $"from {Ticks.Clock(from)}",
        (null, { } to) => $"until {Ticks.Clock(to)}",
        _ => null,
    };

    /// <summary>The spans to tint in charts over time: those of findings that do not last nearly as long as the run.</summary>
    public static IReadOnlyList<ChartBand> Spans(Report report) =>
    [
        .. report.Result.Findings
            .Where(f => f.FromSeconds <= f.ToSeconds && f.ToSeconds - f.FromSeconds < MostOfTheRun * report.Run.DurationSeconds)
            // Two findings about the same time tint it once.
            .GroupBy(f => (From: f.FromSeconds!.Value, To: f.ToSeconds!.Value), f => f.Title)
            .Select(g => new ChartBand(string.Join(", ", g), g.Key.From, g.Key.To, Shaded: true)),
    ];
}

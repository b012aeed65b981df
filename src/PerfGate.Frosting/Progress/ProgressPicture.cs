using PerfGate.Load.Results;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PerfGate.Frosting.Progress;

/// <summary>
/// One report as a picture: where the run is, how it goes, and the endpoints of the stage. It is never wider or taller
/// than the terminal; when there are too many endpoints, the busiest are shown and the others counted.
/// </summary>
internal sealed class ProgressPicture
{
    const int NumberWidth = 11;
    const int WidestBar = 60;

    static readonly Style Dim = new(decoration: Decoration.Dim);
    static readonly Style Bold = new(decoration: Decoration.Bold);
    static readonly Style Good = new(Color.Green);
    static readonly Style Bad = new(Color.Red);
    static readonly Style Waiting = new(Color.Yellow);

    readonly LoadProgress report;
    readonly int width;
    readonly int height;
    readonly bool unicode;

    ProgressPicture(LoadProgress report, Profile profile)
    {
        this.report = report;
        unicode = profile.Capabilities.Unicode;
        // The last column and the last line stay free, or the terminal would break or scroll by itself.
        width = profile.Width - 1;
        height = profile.Height - 1;
    }

    /// <summary>The picture of a report for a terminal of that size.</summary>
    public static IRenderable Of(LoadProgress report, Profile profile)
    {
        var picture = new ProgressPicture(report, profile);
        return new Rows(picture.Lines().Take(Math.Max(1, picture.height)).Select(line => line.Build()));
    }

    IEnumerable<ProgressLine> Lines()
    {
        const int above = 5;
        yield return Where();
        yield return Bar();
        yield return How();
        if (report.Endpoints.Count == 0) yield break;
        yield return Line();
        yield return TableHead();
        var room = height - above;
        var all = report.Endpoints.Count <= room;
        var shown = all ? report.Endpoints : Busiest(Math.Max(0, room - 1));
        foreach (var endpoint in shown) yield return Row(endpoint);
        if (!all) yield return Line().Add($"and {ProgressText.Count(report.Endpoints.Count - shown.Count)} more", Dim);
    }

    IReadOnlyList<SecondEndpointResult> Busiest(int count) =>
        [.. report.Endpoints.OrderByDescending(endpoint => endpoint.Statistics.Requests).Take(count)];

    ProgressLine Where()
    {
        var line = Line()
            .Add(ProgressText.Name(report.Stage), Bold)
            .Add($"  stage {report.StageNumber} of {report.StageCount}", Dim);
        return report.WarmUp ? line.Add("  warm-up, not measured", Waiting) : line;
    }

    ProgressLine Bar()
    {
        var cells = Math.Clamp(width / 2, 0, WidestBar);
        var total = report.Elapsed + report.TotalLeft;
        var done = (int)(cells * (total > TimeSpan.Zero ? Math.Clamp(report.Elapsed / total, 0, 1) : 0));
        return Line()
            .Add(new string(unicode ? '━' : '#', done), report.WarmUp ? Waiting : Good)
            .Add(new string(unicode ? '─' : '-', cells - done), Dim)
            .Add($"  {ProgressText.Left(report.StageLeft)} left in stage, {ProgressText.Left(report.TotalLeft)} in all");
    }

    ProgressLine How() => Line()
        .Add(ProgressText.Count(report.Users, "user"))
        .Add($"  {ProgressText.Rate(report)}")
        .Add($"  {ProgressText.Count(report.Failures, "failure")}", report.Failures > 0 ? Bad : Style.Plain)
        .Add($"  p50 {ProgressText.ResponseTime(report.All.P50Micros)}")
        .Add($"  p95 {ProgressText.ResponseTime(report.All.P95Micros)}")
        .Add(report.Dropped > 0 ? $"  {ProgressText.Count(report.Dropped)} dropped" : "", Bad);

    ProgressLine TableHead() => Columns("Endpoint", Dim, ("requests", Dim), ("failures", Dim), ("p50", Dim), ("p95", Dim));

    ProgressLine Row(SecondEndpointResult endpoint)
    {
        var statistics = endpoint.Statistics;
        return Columns($"{ProgressText.Name(endpoint.Method)} {ProgressText.Name(endpoint.Name)}", Style.Plain,
            (ProgressText.Count(statistics.Requests), Style.Plain),
            (ProgressText.Count(statistics.Failures), statistics.Failures > 0 ? Bad : Style.Plain),
            (ProgressText.ResponseTime(statistics.P50Micros), Style.Plain),
            (ProgressText.ResponseTime(statistics.P95Micros), Style.Plain));
    }

    ProgressLine Columns(string name, Style style, params IReadOnlyList<(string Text, Style Style)> numbers)
    {
        var nameWidth = Math.Clamp(width - numbers.Count * NumberWidth, 8, 72);
        var fitted = ProgressText.Fit(name, nameWidth);
        var line = Line().Add(fitted + new string(' ', nameWidth - fitted.GetCellWidth()), style);
        foreach (var number in numbers) line.Add(number.Text.PadLeft(NumberWidth), number.Style);
        return line;
    }

    ProgressLine Line() => new(width);
}

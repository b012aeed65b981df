using System.Globalization;
using System.Text;

namespace PerfGate.Reporting.Charts;

/// <summary>Path data of SVG, with one decimal: finer than any screen.</summary>
internal static class SvgPath
{
    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A line that breaks where there is no value. A lone point becomes a dot (the stroke's round cap).</summary>
    public static string Line(IEnumerable<ChartPoint> points, Scale x, Scale y)
    {
        var path = new StringBuilder();
        foreach (var run in Runs(points))
        {
            path.Append('M').Append(Join(run, x, y));
            if (run.Count == 1) path.Append("h0");
        }

        return path.ToString();
    }

    /// <summary>The area between that line and the bottom of the scale.</summary>
    public static string Area(IEnumerable<ChartPoint> points, Scale x, Scale y)
    {
        var path = new StringBuilder();
        foreach (var run in Runs(points).Where(r => r.Count > 1))
            path.Append('M').Append(Join(run, x, y))
                .Append('L').Append(Number(x.At(run[^1].X))).Append(' ').Append(Number(y.Start))
                .Append('L').Append(Number(x.At(run[0].X))).Append(' ').Append(Number(y.Start)).Append('Z');
        return path.ToString();
    }

    static string Join(List<ChartPoint> run, Scale x, Scale y) =>
        string.Join('L', run.Select(p => $"{Number(x.At(p.X))} {Number(y.At(p.Y!.Value))}"));

    static IEnumerable<List<ChartPoint>> Runs(IEnumerable<ChartPoint> points)
    {
        var run = new List<ChartPoint>();
        foreach (var point in points)
        {
            if (point.Y is not null)
            {
                run.Add(point);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0) yield return run;
    }
}

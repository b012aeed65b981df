using System.Text;

namespace PerfGate.Reporting.Text;

/// <summary>A series in a few characters, drawn from zero so that small noise looks small; a gap is a dot.</summary>
internal static class Sparkline
{
    const string Bars = "▁▂▃▄▅▆▇█";

    /// <summary>The series in at most <paramref name="width"/> characters, each the mean of its share; empty without values.</summary>
    public static string Of(IReadOnlyList<double?> values, int width = 16)
    {
        var points = Shrink(values, width);
        var highest = points.Max();
        if (highest is not > 0) return "";
        var line = new StringBuilder(points.Count);
        foreach (var point in points)
            line.Append(point is { } p ? Bars[(int)Math.Round(p / highest.Value * (Bars.Length - 1))] : '·');
        return line.ToString();
    }

    /// <summary>The series as at most <paramref name="width"/> means; a share without values stays null.</summary>
    public static IReadOnlyList<double?> Shrink(IReadOnlyList<double?> values, int width)
    {
        var count = Math.Min(width, values.Count);
        var points = new double?[count];
        for (var i = 0; i < count; i++)
        {
            var from = (int)((long)i * values.Count / count);
            var to = (int)((long)(i + 1) * values.Count / count);
            points[i] = values.Skip(from).Take(to - from).Average();
        }

        return points;
    }
}

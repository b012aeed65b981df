namespace PerfGate.Reporting.Charts;

/// <summary>Round numbers for axes.</summary>
internal static class Ticks
{
    static readonly double[] TimeSteps =
        [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400];

    /// <summary>From zero to at least <paramref name="highest"/> in about <paramref name="count"/> steps of 1, 2 or 5 times a power of ten.</summary>
    public static IReadOnlyList<double> Linear(double highest, int count)
    {
        if (!(highest > 0) || !double.IsFinite(highest)) return [0, 1];
        var step = Step(highest / count);
        var steps = (int)Math.Ceiling(highest / step - 1e-9);
        return [.. Enumerable.Range(0, steps + 1).Select(i => i * step)];
    }

    /// <summary>The round values between two others, about <paramref name="count"/> of them, for an axis that does not begin at zero.</summary>
    public static IReadOnlyList<double> Between(double lowest, double highest, int count)
    {
        if (!(highest > lowest)) return [lowest];
        var step = Step((highest - lowest) / count);
        var first = (long)Math.Ceiling(lowest / step - 1e-9);
        return [.. Enumerable.Range(0, (int)(Math.Floor(highest / step + 1e-9) - first) + 1).Select(i => (first + i) * step)];
    }

    /// <summary>Seconds and minutes that people count in, from zero up to <paramref name="seconds"/>, at most <paramref name="count"/> steps.</summary>
    public static IReadOnlyList<double> Time(double seconds, int count)
    {
        var step = TimeSteps.FirstOrDefault(s => seconds / s <= count, Math.Max(86_400, Math.Ceiling(seconds / count / 86_400) * 86_400));
        return [.. Enumerable.Range(0, (int)(seconds / step) + 1).Select(i => i * step)];
    }

    /// <summary>1, 2 and 5 times powers of ten between two values, thinned to powers of ten when there would be too many.</summary>
    public static IReadOnlyList<double> Logarithmic(double lowest, double highest, int count)
    {
        var powers = Enumerable.Range((int)Math.Floor(Math.Log10(lowest)), (int)Math.Ceiling(Math.Log10(highest / lowest)) + 2)
            .Select(e => Math.Pow(10, e)).ToList();
        double[][] choices = [[1, 2, 5], [1, 3], [1]];
        foreach (var factors in choices)
        {
            var ticks = powers.SelectMany(p => factors.Select(f => p * f)).Where(t => t >= lowest && t <= highest).ToList();
            if (ticks.Count <= count) return ticks;
        }

        return [.. powers.Where(t => t >= lowest && t <= highest)];
    }

    /// <summary>Minutes and seconds: 0:05, 1:30, 1:02:00.</summary>
    public static string Clock(double seconds)
    {
        var whole = (long)Math.Round(seconds);
        return whole >= 3600 ? $"{whole / 3600}:{whole / 60 % 60:00}:{whole % 60:00}" : $"{whole / 60}:{whole % 60:00}";
    }

    static double Step(double atLeast)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        return power * (atLeast / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
    }
}

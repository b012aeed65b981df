namespace PerfGate.Reporting.Charts;

/// <summary>The part of an axis that shows values which are compared with each other, rather than with zero.</summary>
internal static class ValueRange
{
    // Less would blow noise up until it looked like news.
    const double Narrowest = 0.1;

    const double Air = 0.08;

    // From here on the small ones could not be told apart on a linear axis.
    const double Worlds = 8;

    /// <summary>The scale from bottom to top that shows all of them, and its ticks.</summary>
    public static (Scale Scale, IReadOnlyList<double> Ticks) Of(IReadOnlyCollection<double> values, double bottom, double top)
    {
        var (low, high) = (values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(1).Max());
        if (low > 0 && high / low > Worlds)
        {
            var scale = new Scale(low / 1.2, high * 1.2, bottom, top, Logarithmic: true);
            return (scale, Ticks.Logarithmic(scale.From, scale.To, 5));
        }

        var span = Math.Max(high - low, Math.Max(Narrowest * (high + low) / 2, 1e-9)) * (1 + 2 * Air);
        var from = Math.Max(low >= 0 ? 0 : double.MinValue, (low + high - span) / 2);
        return (new Scale(from, from + span, bottom, top), Ticks.Between(from, from + span, 5));
    }
}

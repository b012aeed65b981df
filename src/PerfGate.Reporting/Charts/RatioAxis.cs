using PerfGate.Gate.Results;

namespace PerfGate.Reporting.Charts;

/// <summary>
/// Changes on an axis of equal ratios, so that twice as slow and twice as fast are equally far from no change. Places are in
/// percent of the drawing's width, which lets letters and marks keep their size on every screen.
/// </summary>
internal sealed record RatioAxis(double From, double To)
{
    // Marks at either end stay whole.
    const double Margin = 4;

    // Labels on a phone do not touch.
    const double Apart = 12.5;

    // Beyond five times, or a fifth, an arrow says as much as a line.
    static readonly double Farthest = Math.Log(5);

    // How much more than the tolerance is always in sight.
    const double Beyond = 0.03;

    // The first ones are kept where there is no room for all.
    static readonly double[] Labels = [0, 0.05, -0.05, 0.1, -0.1, 0.2, -0.2, 0.5, -0.5, 1, -0.3, -0.7, 2, -0.8, 4, 0.02, -0.02];

    /// <summary>The axis that shows all these intervals, as far as it reaches, and a little more than the tolerance.</summary>
    public static RatioAxis Of(IEnumerable<Comparison> comparisons, double tolerance)
    {
        var nearest = Math.Log(1 + tolerance + Beyond);
        var ends = comparisons.SelectMany(c => new[] { c.Lower, c.Change, c.Upper }).OfType<double>().Select(Log).ToList();
        return new RatioAxis(
            Math.Max(-Farthest, Math.Min(-nearest, ends.DefaultIfEmpty(0).Min())),
            Math.Min(Farthest, Math.Max(nearest, ends.DefaultIfEmpty(0).Max())));
    }

    /// <summary>Where a change is, in percent of the width; one beyond the axis is at its end.</summary>
    public double At(double change) => Margin + (Math.Clamp(Log(change), From, To) - From) / (To - From) * (100 - 2 * Margin);

    /// <summary>Whether a change is beyond the axis.</summary>
    public bool IsBeyond(double change) => Log(change) < From - 1e-9 || Log(change) > To + 1e-9;

    /// <summary>Round changes to label, from left to right.</summary>
    public IReadOnlyList<double> Ticks()
    {
        var ticks = new List<double>();
        foreach (var label in Labels)
            if (!IsBeyond(label) && ticks.All(t => Math.Abs(At(t) - At(label)) >= Apart))
                ticks.Add(label);
        return [.. ticks.Order()];
    }

    static double Log(double change) => Math.Log(Math.Max(1e-9, 1 + change));
}

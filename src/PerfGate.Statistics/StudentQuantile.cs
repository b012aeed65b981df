using MathNet.Numerics;

namespace PerfGate.Statistics;

/// <summary>
/// How far out Student's t lies so rarely. By the incomplete beta function of MathNet.Numerics, whose own inverse looks no
/// farther than 800 and so has none for one degree of freedom and a small share.
/// </summary>
static class StudentQuantile
{
    /// <summary>The t that is exceeded with this chance.</summary>
    /// <param name="freedom">Degrees of freedom, from 1.</param>
    /// <param name="alpha">Above 0, to 0.5.</param>
    public static double Upper(int freedom, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(freedom, 1);
        if (!(alpha is > 0 and <= 0.5)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "A share of one side is above 0 and at most 0.5.");
        var (low, high) = (0.0, 1.0);
        while (Beyond(high) > alpha) high *= 2;
        for (var step = 0; step < 100; step++)
        {
            var middle = (low + high) / 2;
            if (middle <= low || middle >= high) break;
            if (Beyond(middle) > alpha) low = middle;
            else high = middle;
        }

        return high;

        double Beyond(double t) => SpecialFunctions.BetaRegularized(freedom / 2.0, 0.5, freedom / (freedom + t * t)) / 2;
    }
}

using MathNet.Numerics.Distributions;

namespace PerfGate.Statistics;

/// <summary>What a two-sided confidence means for the normal distribution.</summary>
static class Confidence
{
    /// <summary>How many standard deviations either side hold this share of the values: 0.9 gives 1.645.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not between 0 and 1, both excluded.</exception>
    public static double Deviations(double confidence)
    {
        Check(confidence);
        return Normal.InvCDF(0, 1, (1 + confidence) / 2);
    }

    public static void Check(double confidence)
    {
        if (!(confidence is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1.");
    }
}

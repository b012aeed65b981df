using FsCheck;
using FsCheck.Fluent;

namespace PerfGate.Statistics.Tests;

/// <summary>Random numbers of known shape.</summary>
public static class Noise
{
    /// <summary>Standard normal (Box and Muller).</summary>
    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    public static double[] Normals(Random random, int count, double mean = 0, double deviation = 1) =>
        [.. Enumerable.Range(0, count).Select(_ => mean + deviation * Normal(random))];

    /// <summary>How often something holds.</summary>
    public static double Share(int trials, int seed, Func<Random, bool> holds)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, trials).Count(_ => holds(random)) / (double)trials;
    }

    /// <summary>Five to fourteen values between -1 and 1, in 64ths, so that ties and zeros are among them and sums are exact.</summary>
    public static Arbitrary<double[]> Values { get; } = Arb.From(
        Gen.Choose(5, 14).SelectMany(count => Gen.ArrayOf(Gen.Choose(-64, 64).Select(value => value / 64.0), count)));
}

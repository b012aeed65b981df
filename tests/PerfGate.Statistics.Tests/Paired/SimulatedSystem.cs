using PerfGate.Statistics.Paired;

namespace PerfGate.Statistics.Tests.Paired;

/// <summary>Two builds as the gate measures them: metrics that half move together, rounds that differ, sessions that are off.</summary>
/// <param name="random">Makes the noise.</param>
public sealed class SimulatedSystem(Random random)
{
    public int Metrics { get; init; } = 8;

    /// <summary>Of one round's log-ratio.</summary>
    public double RoundDeviation { get; init; } = 0.03;

    /// <summary>Of the log-ratio between sessions.</summary>
    public double SessionDeviation { get; init; }

    /// <summary>The share of rounds whose noise is four times as large, metric by metric.</summary>
    public double Spikes { get; init; }

    /// <summary>What is common to all metrics, of the variance.</summary>
    public double Correlation { get; init; } = 0.5;

    /// <summary>True changes by metric, as a ratio minus one; 0 where there are fewer.</summary>
    public double[] Changes { get; init; } = [];

    public static string Name(int metric) => $"metric {metric:00}";

    /// <summary>The rounds of one new session.</summary>
    public PairedLogRatios Session(int rounds)
    {
        var session = Moves(SessionDeviation);
        return PairedLogRatios.Of([.. Enumerable.Range(0, rounds).Select(round =>
        {
            var noise = Moves(RoundDeviation);
            return new PairedRound(
                round / 4,
                Enumerable.Range(0, Metrics).ToDictionary(Name, _ => 1_000.0),
                Enumerable.Range(0, Metrics).ToDictionary(Name, metric => 1_000 * (1 + Change(metric)) * Math.Exp(session[metric] + noise[metric] * Spike())));
        })]);
    }

    double Change(int metric) => metric < Changes.Length ? Changes[metric] : 0;

    double Spike() => Spikes > 0 && random.NextDouble() < Spikes ? 4 : 1;

    double[] Moves(double deviation)
    {
        var common = Noise.Normal(random);
        return [.. Enumerable.Range(0, Metrics).Select(_ => deviation * (Math.Sqrt(Correlation) * common + Math.Sqrt(1 - Correlation) * Noise.Normal(random)))];
    }
}

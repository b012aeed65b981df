using PerfGate.Statistics.Paired;

namespace PerfGate.Statistics.Tests.Paired;

/// <summary>How often the two looks, taken on simulated sessions, end how.</summary>
/// <param name="Screened">Any metric flagged by the screen.</param>
/// <param name="Slower">Any metric confirmed as slower.</param>
/// <param name="Faster">Any metric confirmed as faster.</param>
/// <param name="Found">The first metric confirmed as slower.</param>
/// <param name="Equivalent">Every metric shown to be equivalent.</param>
public sealed record OperatingPoint(double Screened, double Slower, double Faster, double Found, double Equivalent)
{
    public static OperatingPoint Of(
        int trials, int screenRounds, int confirmRounds, Func<Random, SimulatedSystem> system, int seed, TwoLookRule? rule = null)
    {
        var (screened, slower, faster, found, equivalent) = (0, 0, 0, 0, 0);
        for (var trial = 0; trial < trials; trial++)
        {
            var random = new Random(seed + trial);
            var simulated = system(random);
            double? Session(string metric) => simulated.SessionDeviation;
            var first = TwoLook.Screen(simulated.Session(screenRounds), rule ?? TwoLookRule.Usual, Session, random);
            if (first.All(metric => metric.Equivalence?.Shown == true)) equivalent++;
            if (first.All(metric => metric.Flag is null)) continue;
            screened++;
            var confirmed = TwoLook.Confirm(simulated.Session(confirmRounds), first, rule ?? TwoLookRule.Usual, Session, random).Where(metric => metric.Confirmed).ToList();
            if (confirmed.Exists(metric => metric.Flag == Direction.Slower)) slower++;
            if (confirmed.Exists(metric => metric.Flag == Direction.Faster)) faster++;
            if (confirmed.Exists(metric => metric.Flag == Direction.Slower && metric.Metric == SimulatedSystem.Name(0))) found++;
        }

        return new OperatingPoint(Share(screened), Share(slower), Share(faster), Share(found), Share(equivalent));

        double Share(int count) => (double)count / trials;
    }
}

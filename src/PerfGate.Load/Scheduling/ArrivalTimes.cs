using PerfGate.Load.Profiles;

namespace PerfGate.Load.Scheduling;

/// <summary>
/// When each arrival of a profile is due. Arrival i of an evenly spread profile, counted from 0, is due when i + 1/2 have come by
/// the profile's curve: half a gap after the start, so that nothing arrives at the very beginning or end of a stage, and the
/// arrivals of any span differ from the integral of the rate by less than one. Those of a Poisson process are due when as many
/// have come as a sum of i + 1 independent unit exponentials says: a unit Poisson process on a clock that runs at the rate
/// (Çinlar 1975, "Introduction to Stochastic Processes", theorem 4.7.4).
/// </summary>
internal sealed class ArrivalTimes(Profile profile, Random random)
{
    readonly ArrivalCurve curve = profile.Arrivals();
    double sum;
    long index;

    /// <summary>When the next arrival is due, in microseconds after the profile began, never falling; null: no more come.</summary>
    public long? Next()
    {
        var count = profile.Poisson ? sum -= Math.Log(1 - random.NextDouble()) : index++ + 0.5;
        return count < curve.Total ? (long)Math.Round(curve.WhenBy(count) * 1e6) : null;
    }
}

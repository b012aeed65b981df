namespace PerfGate.Load;

/// <summary>Ends load early when too many requests fail for too long.</summary>
/// <param name="Rate">Failed over all requests of a second, 0 to 1: a second above it counts.</param>
/// <param name="During">
/// For how long every second has to count; seconds in which nothing completed are passed over. At least a second.
/// </param>
public sealed record ErrorRateLimit(double Rate, TimeSpan During)
{
    internal IEnumerable<string> Problems()
    {
        if (Rate is not (>= 0 and < 1))
            yield return $"The error rate to stop on is {Rate}; it is at least 0 and below 1 (StopOnErrorRate).";
        if (During < TimeSpan.FromSeconds(1) || During > LoadPlan.Longest)
            yield return $"The time of errors to stop on is {During}; it lies between a second and {LoadPlan.Longest} (StopOnErrorRate).";
    }
}

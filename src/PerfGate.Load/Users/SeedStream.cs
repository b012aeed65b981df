namespace PerfGate.Load;

/// <summary>
/// What a random source is for: one stream per purpose, so that drawing more data does not change the order of tasks.
/// </summary>
internal enum SeedStream
{
    Tasks,
    Data,
    Waits,
    SlowRequests,
    Arrivals,
}

using PerfGate.Load.Results;

namespace PerfGate.Load.Recording;

/// <summary>
/// Requests that took longer than a limit: all are counted, and a sample of bounded size is kept in which each is as likely
/// to be as any other (Vitter 1985, "Random sampling with a reservoir", algorithm R).
/// </summary>
/// <param name="limit">Response times over this are slow.</param>
/// <param name="random">Decides which are kept.</param>
internal sealed class SlowBook(TimeSpan limit, Random random)
{
    public const int Limit = 200;

    readonly long limitMicros = limit.Ticks / TimeSpan.TicksPerMicrosecond;
    readonly List<Sample> kept = new(Limit);
    long total;

    public void Take(in Sample sample)
    {
        if (sample.ResponseMicros <= limitMicros) return;
        total++;
        if (kept.Count < Limit)
        {
            kept.Add(sample);
            return;
        }

        // The newcomer stays with the chance Limit / total, in the place of any of the others.
        var place = random.NextInt64(total);
        if (place < Limit) kept[(int)place] = sample;
    }

    public SlowRequests Result(EndpointTable endpoints) =>
        new(limit, total, [.. kept.OrderBy(s => s.CompletedMicros).Select(s => Named(endpoints[s.Endpoint], in s))]);

    static SlowRequest Named(EndpointKey key, in Sample sample) =>
        new(TimeSpan.FromMicroseconds(sample.CompletedMicros), key.Name, key.Method, sample.Status, sample.Bytes,
            TimeSpan.FromMicroseconds(sample.ResponseMicros), sample.Failed);
}

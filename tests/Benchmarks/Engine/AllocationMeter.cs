namespace Benchmarks.Engine;

/// <summary>
/// What the threads that serve users allocate from one request to the next. Once a second such a thread may also merge what was
/// recorded, in arrays of counts: as long as steps of that size are rare they are a second's, not a request's.
/// </summary>
internal sealed class AllocationMeter
{
    const long LargeStep = 4096;
    const int Rare = 1000;

    [ThreadStatic]
    static long before;

    long requests;
    long bytes;
    long largeSteps;
    long largeBytes;

    /// <summary>Bytes per request; null when there were none.</summary>
    public double? BytesPerRequest =>
        requests == 0 ? null : (double)(bytes + (largeSteps * Rare > requests ? largeBytes : 0)) / requests;

    /// <summary>Called as each request begins.</summary>
    public void Note()
    {
        var now = GC.GetAllocatedBytesForCurrentThread();
        var step = now - before;
        var isFirst = before == 0;
        before = now;
        if (isFirst) return;
        Interlocked.Increment(ref requests);
        if (step < LargeStep)
        {
            Interlocked.Add(ref bytes, step);
            return;
        }

        Interlocked.Increment(ref largeSteps);
        Interlocked.Add(ref largeBytes, step);
    }
}

namespace PerfGate.Load.Recording;

/// <summary>Samples of one thread: it alone writes, one reader at a time reads, and neither ever waits for the other.</summary>
internal sealed class SampleRing(Thread writer)
{
    public const int Capacity = 4096;

    // A power of two, so that the place of a sample is found by a mask.
    const int Mask = Capacity - 1;
    const int Batch = 63;

    readonly Sample[] samples = new Sample[Capacity];
    long written;
    long seen;
    long read;

    /// <summary>Whether nothing can be written any more: its thread is gone.</summary>
    public bool Abandoned => !writer.IsAlive;

    /// <summary>False: the ring is full, and nothing was written.</summary>
    public bool TryWrite(in Sample sample)
    {
        // How far the reader came is looked up only when the ring seems full: it may be on the reader's core.
        if (written - seen == Capacity && written - (seen = Volatile.Read(ref read)) == Capacity) return false;
        samples[written & Mask] = sample;
        Volatile.Write(ref written, written + 1);
        return true;
    }

    public void DrainTo(Collector collector)
    {
        var (next, end) = (read, Volatile.Read(ref written));
        while (next < end)
        {
            collector.Take(in samples[next & Mask]);

            // Told in batches: each time takes the line of memory away from the writer.
            if ((++next & Batch) == 0 || next == end) Volatile.Write(ref read, next);
        }
    }
}

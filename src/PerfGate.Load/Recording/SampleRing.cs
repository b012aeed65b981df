namespace PerfGate.Load.Recording;

/// <summary>Samples of one thread: it alone writes, one reader at a time reads, and neither ever waits for the other.</summary>
internal sealed class SampleRing(Thread writer)
{
    public const int Capacity = 4096;

    readonly Sample[] samples = new Sample[Capacity];
    long written;
    long read;

    /// <summary>Whether nothing can be written any more: its thread is gone.</summary>
    public bool Abandoned => !writer.IsAlive;

    /// <summary>False: the ring is full, and nothing was written.</summary>
    public bool TryWrite(in Sample sample)
    {
        if (written - Volatile.Read(ref read) == Capacity) return false;
        samples[written % Capacity] = sample;
        Volatile.Write(ref written, written + 1);
        return true;
    }

    public void DrainTo(Collector collector)
    {
        for (var end = Volatile.Read(ref written); read < end; Volatile.Write(ref read, read + 1))
            collector.Take(in samples[read % Capacity]);
    }
}

namespace PerfGate.Load.Recording;

/// <summary>
/// Where users leave what they measured. A sample goes into a ring of its own thread, without a lock and without an
/// allocation; the rings are emptied into the <see cref="Collector"/> once a second, or by a writer that finds its ring
/// full, so nothing is ever dropped.
/// </summary>
internal sealed class Recorder : IDisposable
{
    readonly LoadClock clock;
    readonly StageMap stages;
    readonly Collector collector;
    readonly Lock draining = new();
    readonly List<SampleRing> rings = [];
    readonly ThreadLocal<SampleRing> ring;
    long cutOff;
    bool closed;

    public Recorder(LoadClock clock, StageMap stages, SlowBook slow)
    {
        this.clock = clock;
        this.stages = stages;
        collector = new Collector(stages, Endpoints, Reasons, slow);
        ring = new(NewRing);
    }

    public EndpointTable Endpoints { get; } = new();

    public ReasonTable Reasons { get; } = new();

    public ExceptionBook Exceptions { get; } = new();

    /// <summary>Requests and steps that were under way when load was cut off by force.</summary>
    public long CutOffCount => Interlocked.Read(ref cutOff);

    /// <summary>Records one request or step.</summary>
    /// <param name="endpoint">Its endpoint's number.</param>
    /// <param name="asked">When it was asked for, in load time; decides the stage.</param>
    /// <param name="sent">When it was sent.</param>
    /// <param name="completed">When its last byte arrived.</param>
    /// <param name="status">Its HTTP status, 0 to 999; 0 without a complete reply, and for what is not HTTP.</param>
    /// <param name="bytes">Body bytes received.</param>
    /// <param name="failure">Why it failed; null: it succeeded.</param>
    /// <param name="connect">How long connecting took, in microseconds; null: there was nothing to connect.</param>
    public void Record(
        int endpoint, long asked, long sent, long completed, int status, long bytes, string? failure, long? connect = null)
    {
        var reason = failure is null ? Sample.Success : Reasons.Of(failure);
        var stage = stages.IndexAt(asked);
        Write(new Sample(endpoint, stage, reason, (short)status, completed, completed - asked, completed - sent, bytes)
        {
            ConnectMicros = connect ?? Sample.NoConnect,
        });
    }

    /// <summary>Records how late a task began.</summary>
    /// <param name="due">When it was due, in load time; decides the stage.</param>
    public void RecordLag(long due) =>
        Write(new Sample(Sample.Lag, stages.IndexAt(due), Sample.Success, 0, 0, Math.Max(0, clock.Micros - due), 0, 0));

    public void RecordException(string where, Exception exception) => Exceptions.Add(where, exception, clock.Micros);

    public void CutOff() => Interlocked.Increment(ref cutOff);

    /// <summary>
    /// Empties the rings, completes the seconds that are over, and lets <paramref name="look"/> see the result.
    /// </summary>
    /// <param name="users">Users running now.</param>
    /// <param name="look">Reads from the collector while nothing changes it.</param>
    public T Collect<T>(int users, Func<Collector, T> look)
    {
        lock (draining)
        {
            Drain();
            collector.CompleteSeconds(clock.Micros, users);
            return look(collector);
        }
    }

    /// <summary>Takes nothing any more: what users do that could not be stopped is not part of the run.</summary>
    public void Close() => Volatile.Write(ref closed, true);

    public void Dispose() => ring.Dispose();

    void Write(in Sample sample)
    {
        if (Volatile.Read(ref closed)) return;
        var own = ring.Value!;
        while (!own.TryWrite(in sample))
            lock (draining) Drain();
    }

    void Drain()
    {
        rings.RemoveAll(r =>
        {
            // Asked before draining: a thread that ends in between is drained next time.
            var abandoned = r.Abandoned;
            r.DrainTo(collector);
            return abandoned;
        });
    }

    SampleRing NewRing()
    {
        var created = new SampleRing(Thread.CurrentThread);
        lock (draining) rings.Add(created);
        return created;
    }
}

namespace PerfGate.Load.Scheduling;

/// <summary>Sleeps whole milliseconds on the system's own timers, and spins through a rest of less than one.</summary>
internal sealed class PortableSleeper : Sleeper
{
    readonly AutoResetEvent woken = new(initialState: false);

    public override void Sleep(long micros)
    {
        if (micros >= 1000) woken.WaitOne((int)Math.Min(micros / 1000, int.MaxValue));
        else if (!woken.WaitOne(0)) Thread.SpinWait(20);
    }

    public override void Wake() => woken.Set();

    public override void Dispose() => woken.Dispose();
}

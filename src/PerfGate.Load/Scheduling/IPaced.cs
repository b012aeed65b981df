namespace PerfGate.Load.Scheduling;

/// <summary>Something that is due at a moment.</summary>
internal interface IPaced
{
    /// <summary>Its moment has come.</summary>
    /// <param name="ticket">What it was announced with, so that it knows whether it is still waited for.</param>
    /// <param name="due">The moment, in load time.</param>
    void Fire(long ticket, long due);
}

namespace PerfGate.Load.Transports;

/// <summary>Something under way that another thread can end at once.</summary>
internal interface IAbortable
{
    /// <summary>Ends it; what waits for it then fails. Any thread, any number of times.</summary>
    void Abort();
}

namespace PerfGate.Load.Scheduling;

/// <summary>The users of the pool that wait for an arrival, the longest idle one first.</summary>
internal sealed class IdleUsers
{
    readonly Lock changing = new();
    readonly Queue<(PacedWait Wait, long Ticket)> waiting = new();

    public void Add(PacedWait wait, long ticket)
    {
        lock (changing) waiting.Enqueue((wait, ticket));
    }

    /// <summary>Gives an arrival to a user, which begins its task inside this call.</summary>
    /// <returns>False: all are busy.</returns>
    public bool Take(long due)
    {
        while (true)
        {
            (PacedWait Wait, long Ticket) user;
            lock (changing)
                if (!waiting.TryDequeue(out user))
                    return false;

            // One that was asked to stop meanwhile is passed over.
            if (user.Wait.End(user.Ticket, due)) return true;
        }
    }
}

namespace PerfGate.Load.Recording;

/// <summary>One exception of user code, as it is thrown again and again.</summary>
internal sealed class ExceptionTally(string stack, long first)
{
    public string Stack => stack;

    public long FirstMicros => first;

    public long LastMicros { get; private set; }

    public long Count { get; private set; }

    public void Take(long now)
    {
        Count++;
        LastMicros = now;
    }
}

namespace PerfGate.Load.Recording;

/// <summary>Failures of one endpoint for one reason, as samples come in.</summary>
internal sealed class FailureTally
{
    public long Count { get; private set; }

    public long WarmUpCount { get; private set; }

    public long FirstMicros { get; private set; } = long.MaxValue;

    public long LastMicros { get; private set; } = long.MinValue;

    public void Take(long completed, bool warmUp)
    {
        if (warmUp) WarmUpCount++;
        else Count++;
        FirstMicros = Math.Min(FirstMicros, completed);
        LastMicros = Math.Max(LastMicros, completed);
    }
}

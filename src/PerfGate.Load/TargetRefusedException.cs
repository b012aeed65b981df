namespace PerfGate.Load;

/// <summary>The target is neither loopback nor an allowed host, so no load was sent to it.</summary>
public sealed class TargetRefusedException : InvalidOperationException
{
    internal TargetRefusedException(string message)
        : base(message)
    {
    }
}

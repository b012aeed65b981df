using System.Diagnostics.CodeAnalysis;

namespace PerfGate.Load;

/// <summary>The target is neither loopback nor an allowed host, so no load was sent to it.</summary>
[SuppressMessage("Roslynator", "RCS1194", Justification = "Only the engine makes it.")]
public sealed class TargetRefusedException : InvalidOperationException
{
    internal TargetRefusedException(string message)
        : base(message)
    {
    }
}

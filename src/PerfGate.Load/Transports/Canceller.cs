using System.Diagnostics.CodeAnalysis;

namespace PerfGate.Load.Transports;

/// <summary>Ends what heeds a token; used again and again as long as it never had to.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Without timers it holds nothing, and may be cancelled late.")]
internal sealed class Canceller : IAbortable
{
    readonly CancellationTokenSource source = new();

    public CancellationToken Token => source.Token;

    /// <summary>Whether it can serve once more.</summary>
    public bool TryReset() => source.TryReset();

    // Elsewhere, because what waits for the token would otherwise go on inside the sweep of all deadlines.
    public void Abort() => _ = source.CancelAsync();
}

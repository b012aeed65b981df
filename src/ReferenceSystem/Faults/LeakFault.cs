using System.Collections.Concurrent;

namespace ReferenceSystem.Faults;

/// <summary>Keeps some memory of every request, and touches it so that it is really there.</summary>
internal sealed class LeakFault(int kilobytes) : IFault
{
    readonly ConcurrentBag<byte[]> kept = [];

    public ValueTask<bool> ApplyAsync(HttpContext context)
    {
        var piece = new byte[kilobytes * 1024];
        piece.AsSpan().Fill(1);
        kept.Add(piece);
        return ValueTask.FromResult(true);
    }
}

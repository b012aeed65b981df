using System.Buffers;

namespace PerfGate.Load.Transports;

/// <summary>A body in memory borrowed from the shared pool, growing as bytes arrive.</summary>
internal sealed class PooledBody : IDisposable
{
    const int FirstSize = 4096;
    const int MostTakenOnTrust = 1 << 20;
    byte[] buffer;

    /// <summary>An empty body.</summary>
    /// <param name="announced">How many bytes are announced; 0: unknown, or none.</param>
    public PooledBody(long announced) =>
        // One more than announced, so that the read that finds the end needs no larger buffer.
        buffer = announced > 0 ? ArrayPool<byte>.Shared.Rent((int)Math.Min(announced + 1, MostTakenOnTrust)) : [];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Memory => buffer.AsMemory(0, Length);

    /// <summary>Reads a stream to its end.</summary>
    public async Task ReadAll(Stream stream, CancellationToken ct)
    {
        while (true)
        {
            if (Length == buffer.Length) Grow();
            var read = await stream.ReadAsync(buffer.AsMemory(Length), ct);
            if (read == 0) return;
            Length += read;
        }
    }

    public void Dispose()
    {
        var returned = Interlocked.Exchange(ref buffer, []);
        if (returned.Length > 0) ArrayPool<byte>.Shared.Return(returned);
    }

    void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(FirstSize, buffer.Length * 2));
        buffer.AsSpan(0, Length).CopyTo(larger);
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}

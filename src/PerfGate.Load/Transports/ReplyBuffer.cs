using System.Buffers;
using System.Text;

namespace PerfGate.Load.Transports;

/// <summary>
/// The bytes of one reply in memory borrowed from the shared pool: its header lines, where the transport leaves them here, and
/// its body.
/// </summary>
internal sealed class ReplyBuffer : IReplyHeaders
{
    /// <summary>Longer bodies are refused, so that one that never ends does not fill the memory.</summary>
    public const int LongestBody = 256 << 20;

    const int FirstSize = 4096;
    const int MostTakenOnTrust = 1 << 20;

    byte[] bytes = [];

    /// <summary>How many bytes are in use, from the first.</summary>
    public int Filled { get; set; }

    public int HeadStart { get; set; }

    /// <summary>Where the header lines end: after the line break of the last one.</summary>
    public int HeadEnd { get; set; }

    public int BodyStart { get; set; }

    public int BodyLength { get; set; }

    public ReadOnlyMemory<byte> Body => bytes.AsMemory(BodyStart, BodyLength);

    /// <summary>The bytes in use.</summary>
    public Span<byte> Span => bytes.AsSpan(0, Filled);

    /// <summary>Where to receive more.</summary>
    public Memory<byte> Free => bytes.AsMemory(Filled);

    /// <summary>Whether the body was decompressed, so that the headers on its form no longer hold.</summary>
    public bool Decoded { get; set; }

    /// <summary>Makes room.</summary>
    /// <param name="announced">How many more bytes will come; 0: unknown.</param>
    public void Reserve(long announced = 0)
    {
        var wanted = Filled + Math.Clamp(announced, 1, MostTakenOnTrust);
        if (wanted > bytes.Length) Grow((int)Math.Max(wanted, Math.Max(FirstSize, (long)bytes.Length * 2)));
    }

    /// <summary>Reads a body to the end of a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="announced">How many bytes are announced; 0: unknown, or none.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="NotHttpException">The body is longer than <see cref="LongestBody"/>.</exception>
    public async Task ReadBody(Stream stream, long announced, CancellationToken ct)
    {
        // One more than announced, so that the read that finds the end needs no larger buffer.
        if (announced > 0) Reserve(announced + 1);
        while (true)
        {
            Reserve();
            var read = await Read(stream, ct);
            if (read == 0) return;
            Filled += read;
            BodyLength += read;
            CheckLength(BodyLength);
        }
    }

    async ValueTask<int> Read(Stream stream, CancellationToken ct)
    {
        try
        {
            return await stream.ReadAsync(Free, ct);
        }
        catch (InvalidOperationException e)
        {
            // So says the Brotli stream alone what others say with an InvalidDataException.
            throw new InvalidDataException(e.Message, e);
        }
    }

    /// <summary>Puts another body in the place of the one that is here.</summary>
    public void Replace(ReplyBuffer other)
    {
        Filled = BodyStart;
        Reserve(other.BodyLength);
        while (bytes.Length - BodyStart < other.BodyLength) Grow(bytes.Length * 2);
        other.Body.Span.CopyTo(bytes.AsSpan(BodyStart));
        Filled = BodyStart + (BodyLength = other.BodyLength);
    }

    public string? Find(string name)
    {
        if (Decoded && (Is(name, "Content-Encoding") || Is(name, "Content-Length"))) return null;
        string? found = null;
        foreach (var value in Values(name)) found = found is null ? value : $"{found}, {value}";
        return found;
    }

    /// <summary>Every value that a header has, one per header line.</summary>
    public IEnumerable<string> Values(string name)
    {
        for (var at = HeadStart; at < HeadEnd;)
        {
            var line = bytes.AsSpan(at, HeadEnd - at);
            line = line[..line.IndexOf("\r\n"u8)];
            at += line.Length + 2;
            var colon = line.IndexOf((byte)':');
            if (Ascii.EqualsIgnoreCase(line[..colon], name)) yield return Encoding.Latin1.GetString(line[(colon + 1)..].Trim(" \t"u8));
        }
    }

    /// <summary>Forgets everything and gives the memory back.</summary>
    public void Clear()
    {
        var returned = bytes;
        bytes = [];
        Filled = HeadStart = HeadEnd = BodyStart = BodyLength = 0;
        Decoded = false;
        if (returned.Length > 0) ArrayPool<byte>.Shared.Return(returned);
    }

    public static void CheckLength(long body)
    {
        if (body > LongestBody) throw new NotHttpException($"the body is longer than {LongestBody >> 20} MiB");
    }

    static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(size);
        bytes.AsSpan(0, Filled).CopyTo(larger);
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}

using System.IO.Compression;

namespace PerfGate.Load.Transports;

/// <summary>Decompresses bodies as the framework's client does: the last coding applied, if it is gzip, deflate or br.</summary>
internal static class BodyDecoder
{
    /// <summary>Decompresses the body in place, if it is compressed.</summary>
    /// <exception cref="InvalidDataException">The body is not what its header says.</exception>
    /// <exception cref="NotHttpException">It is too long.</exception>
    public static void Decode(ReplyBuffer buffer)
    {
        if (buffer.BodyLength == 0 || buffer.Find("Content-Encoding") is not { } codings) return;
        using var compressed = new MemoryStream(buffer.Body.ToArray());
        using var stream = Open(codings.Split(',')[^1].Trim(), compressed);
        if (stream is null) return;
        var plain = new ReplyBuffer();
        try
        {
            ReadAll(stream, plain);
            buffer.Replace(plain);
            buffer.Decoded = true;
        }
        finally
        {
            plain.Clear();
        }
    }

    static void ReadAll(Stream stream, ReplyBuffer into)
    {
        while (true)
        {
            into.Reserve();
            var read = stream.Read(into.Free.Span);
            if (read == 0) return;
            into.Filled += read;
            ReplyBuffer.CheckLength(into.BodyLength += read);
        }
    }

    static Stream? Open(string coding, MemoryStream compressed) => coding.ToLowerInvariant() switch
    {
        "gzip" => new GZipStream(compressed, CompressionMode.Decompress),
        "br" => new BrotliStream(compressed, CompressionMode.Decompress),

        // Said to be zlib's format, but some send it bare; the method's number tells.
        "deflate" when FirstByte(compressed) % 16 == 8 => new ZLibStream(compressed, CompressionMode.Decompress),
        "deflate" => new DeflateStream(compressed, CompressionMode.Decompress),
        _ => null,
    };

    static int FirstByte(MemoryStream stream)
    {
        var first = stream.ReadByte();
        stream.Position = 0;
        return first;
    }
}

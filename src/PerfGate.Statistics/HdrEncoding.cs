using System.Buffers.Binary;
using System.IO.Compression;

namespace PerfGate.Statistics;

/// <summary>
/// The HdrHistogram V2 compressed form: a 40-byte header and the counts as ZigZag LEB128 numbers, a negative one standing
/// for a run of zeros; all of it zlib-compressed behind 8 bytes, as base64. As in HdrHistogram for Java, C and JavaScript.
/// </summary>
static class HdrEncoding
{
    // The half byte above the lowest tells apart forms that differ in nothing read here; implementations ignore it.
    const int CookieMask = ~0xF0;
    const int PlainCookie = 0x1c849303;
    const int CompressedCookie = 0x1c849304;
    const int CookieTag = 0x10;

    const int CompressedHeader = 8;
    const int PlainHeader = 40;
    const int Digits = 3;

    // At most nine bytes for each of the counts that fit below one hour: what a hostile text may unpack to.
    static readonly int MostCounts = HdrHistogram.IndexOf(HdrHistogram.HighestMicros) + 1;
    static readonly int MostPlainBytes = PlainHeader + MostCounts * ZigZag.MostBytes;
    static readonly int MostText = (MostPlainBytes + 1024) / 3 * 4;

    public static string Encode(HdrHistogram histogram)
    {
        var plain = Plain(histogram);
        using var packed = new MemoryStream();
        packed.Write(new byte[CompressedHeader]);
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(plain);
        var bytes = packed.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(bytes, CompressedCookie | CookieTag);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4), bytes.Length - CompressedHeader);
        return Convert.ToBase64String(bytes);
    }

    public static HdrHistogram Decode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return HdrHistogram.FromCounts(Counts(Inflate(Base64(text))));
    }

    static byte[] Plain(HdrHistogram histogram)
    {
        var counts = histogram.Counts[..(HdrHistogram.IndexOf(histogram.MaxMicros) + 1)];
        var bytes = new byte[PlainHeader + counts.Length * ZigZag.MostBytes];
        var end = PlainHeader;
        for (var i = 0; i < counts.Length;)
        {
            var zeros = counts[i..].IndexOfAnyExcept(0L);
            if (zeros > 1)
            {
                end += ZigZag.Write(bytes.AsSpan(end), -zeros);
                i += zeros;
            }
            else
            {
                end += ZigZag.Write(bytes.AsSpan(end), counts[i++]);
            }
        }

        var header = bytes.AsSpan();
        BinaryPrimitives.WriteInt32BigEndian(header, PlainCookie | CookieTag);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], end - PlainHeader);
        BinaryPrimitives.WriteInt32BigEndian(header[8..], 0); // normalizing index offset
        BinaryPrimitives.WriteInt32BigEndian(header[12..], Digits);
        BinaryPrimitives.WriteInt64BigEndian(header[16..], HdrHistogram.LowestMicros);
        BinaryPrimitives.WriteInt64BigEndian(header[24..], HdrHistogram.HighestMicros);
        BinaryPrimitives.WriteDoubleBigEndian(header[32..], 1); // integer to double conversion ratio
        return bytes[..end];
    }

    static byte[] Base64(string text)
    {
        if (text.Length > MostText) throw Bad($"it is {text.Length} characters long, and no histogram of one hour needs more than {MostText}");
        var bytes = new byte[text.Length / 4 * 3 + 3];
        if (!Convert.TryFromBase64String(text, bytes, out var length)) throw Bad("it is not base64");
        return bytes[..length];
    }

    static byte[] Inflate(byte[] packed)
    {
        if (packed.Length < CompressedHeader) throw Bad($"it holds {packed.Length} bytes, and the header alone has {CompressedHeader}");
        var cookie = BinaryPrimitives.ReadInt32BigEndian(packed);
        if ((cookie & CookieMask) != (CompressedCookie & CookieMask)) throw Bad($"it begins with 0x{cookie:x8}, and the V2 compressed form with 0x{CompressedCookie | CookieTag:x8}");
        var length = BinaryPrimitives.ReadInt32BigEndian(packed.AsSpan(4));
        if (length < 0 || length > packed.Length - CompressedHeader) throw Bad($"it announces {length} bytes and holds {packed.Length - CompressedHeader}");

        var plain = new byte[MostPlainBytes + 1];
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(packed, CompressedHeader, length), CompressionMode.Decompress);
            var read = zlib.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false);
            if (read > MostPlainBytes) throw Bad($"it unpacks to more than the {MostPlainBytes} bytes a histogram of one hour needs");
            return plain[..read];
        }
        // Some damage zlib itself finds, and says so with an exception of its own, which is an IOException.
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw Bad("its compressed part is damaged", e);
        }
    }

    static long[] Counts(ReadOnlySpan<byte> plain)
    {
        if (plain.Length < PlainHeader) throw Bad($"it unpacks to {plain.Length} bytes, and the header alone has {PlainHeader}");
        var cookie = BinaryPrimitives.ReadInt32BigEndian(plain);
        if ((cookie & CookieMask) != (PlainCookie & CookieMask)) throw Bad($"its unpacked part begins with 0x{cookie:x8}, and the V2 form with 0x{PlainCookie | CookieTag:x8}");
        Expect("number of significant digits", BinaryPrimitives.ReadInt32BigEndian(plain[12..]), Digits);
        Expect("lowest value", BinaryPrimitives.ReadInt64BigEndian(plain[16..]), HdrHistogram.LowestMicros);
        // The offset at 8 says how the writer kept its counts in memory; they are written in order whatever it is.
        // hdr-histogram-js writes the integer 1 where the others write the floating 1.
        var ratio = BinaryPrimitives.ReadDoubleBigEndian(plain[32..]);
        Expect("conversion ratio", ratio == double.Epsilon ? 1 : ratio, 1);
        var length = BinaryPrimitives.ReadInt32BigEndian(plain[4..]);
        if (length < 0 || length > plain.Length - PlainHeader) throw Bad($"it announces {length} bytes of counts and holds {plain.Length - PlainHeader}");
        return Counts(plain.Slice(PlainHeader, length), new long[MostCounts]);
    }

    static long[] Counts(ReadOnlySpan<byte> payload, long[] counts)
    {
        long total = 0;
        for (long index = 0; payload.Length > 0;)
        {
            if (!ZigZag.TryRead(ref payload, out var number)) throw Bad("its last count is cut off");
            if (number == long.MinValue || index + (number < 0 ? -number : 1) is var next && next > MostCounts)
                throw Bad($"it counts values above {HdrHistogram.HighestMicros} us");
            if (number > 0) counts[index] = number;
            if (number > 0 && (total += number) < 0) throw Bad("its counts add up to more than 2^63");
            index = next;
        }

        return counts;
    }

    static void Expect<T>(string what, T value, T wanted) where T : IEquatable<T>
    {
        if (!value.Equals(wanted)) throw Bad($"its {what} is {value}, and only {wanted} is read here");
    }

    static FormatException Bad(string why, Exception? inner = null) =>
        new($"This is not an encoded histogram of response times: {why}.", inner);
}

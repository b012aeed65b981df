namespace PerfGate.Statistics;

/// <summary>
/// Signed numbers in one to nine bytes: ZigZag maps them to unsigned ones (0, -1, 1, -2, …), LEB128 writes seven bits a
/// byte, lowest first, and the ninth byte, if there is one, holds eight.
/// </summary>
static class ZigZag
{
    public const int MostBytes = 9;

    /// <summary>Writes a number and returns how many bytes it took.</summary>
    public static int Write(Span<byte> to, long number)
    {
        var rest = (ulong)((number << 1) ^ (number >> 63));
        for (var i = 0; i < MostBytes - 1; i++)
        {
            to[i] = (byte)(rest & 0x7f);
            rest >>= 7;
            if (rest == 0) return i + 1;
            to[i] |= 0x80;
        }

        to[MostBytes - 1] = (byte)rest;
        return MostBytes;
    }

    /// <summary>Reads a number and moves on; false when the bytes end in its middle.</summary>
    public static bool TryRead(ref ReadOnlySpan<byte> from, out long number)
    {
        ulong bits = 0;
        for (var i = 0; i < Math.Min(from.Length, MostBytes); i++)
        {
            var last = i == MostBytes - 1;
            bits |= (ulong)(last ? from[i] : from[i] & 0x7f) << (7 * i);
            if (!last && (from[i] & 0x80) != 0) continue;
            from = from[(i + 1)..];
            number = (long)(bits >> 1) ^ -(long)(bits & 1);
            return true;
        }

        number = 0;
        return false;
    }
}

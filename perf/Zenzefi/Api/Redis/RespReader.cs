using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Zenzefi.Api.Redis;

/// <summary>
/// Reads replies out of received bytes: version 2 of the Redis protocol (RESP2). What no sane server sends is refused,
/// so that a broken or foreign peer can neither be misunderstood nor make this process hoard memory.
/// </summary>
internal static class RespReader
{
    const int LongestLine = 64 * 1024;
    const int LongestText = 64 * 1024 * 1024;
    const int LongestList = 1024 * 1024;
    const int DeepestList = 8;

    /// <summary>Takes the first reply off the buffer, or says that it is not all there yet and takes nothing.</summary>
    /// <exception cref="RedisException">The bytes are no reply.</exception>
    public static bool TryRead(ref ReadOnlySequence<byte> buffer, out RespReply reply)
    {
        var reader = new SequenceReader<byte>(buffer);
        if (!TryRead(ref reader, out reply, depth: 0))
        {
            return false;
        }

        buffer = buffer.Slice(reader.Position);
        return true;
    }

    static bool TryRead(ref SequenceReader<byte> reader, out RespReply reply, int depth)
    {
        reply = RespReply.Null;
        if (!reader.TryRead(out var marker))
        {
            return false;
        }

        if (marker is not ((byte)'+' or (byte)'-' or (byte)':' or (byte)'$' or (byte)'*'))
        {
            throw Broken($"a reply starts with the byte 0x{marker:X2}");
        }

        if (!TryReadLine(ref reader, out var line))
        {
            return false;
        }

        switch (marker)
        {
            case (byte)'+':
                reply = new RespReply(RespKind.Text, Encoding.UTF8.GetString(line));
                return true;
            case (byte)'-':
                reply = new RespReply(RespKind.Error, Encoding.UTF8.GetString(line));
                return true;
            case (byte)':':
                reply = new RespReply(RespKind.Number, Number: Number(line, long.MinValue, long.MaxValue));
                return true;
            case (byte)'$':
                return TryReadText(ref reader, (int)Number(line, -1, LongestText), ref reply);
            default:
                return TryReadList(ref reader, (int)Number(line, -1, LongestList), ref reply, depth + 1);
        }
    }

    static bool TryReadLine(ref SequenceReader<byte> reader, out ReadOnlySpan<byte> line)
    {
        if (!reader.TryReadTo(out line, "\r\n"u8))
        {
            return reader.Remaining <= LongestLine ? false : throw Broken($"a line has more than {LongestLine} bytes");
        }

        return true;
    }

    static bool TryReadText(ref SequenceReader<byte> reader, int length, ref RespReply reply)
    {
        if (length < 0)
        {
            return true;
        }

        if (reader.Remaining < length + 2)
        {
            return false;
        }

        reply = new RespReply(RespKind.Text, Encoding.UTF8.GetString(reader.UnreadSequence.Slice(0, length)));
        reader.Advance(length);
        return reader.IsNext("\r\n"u8, advancePast: true) ? true : throw Broken("a text is not as long as it says");
    }

    static bool TryReadList(ref SequenceReader<byte> reader, int count, ref RespReply reply, int depth)
    {
        if (count < 0)
        {
            return true;
        }

        if (depth > DeepestList)
        {
            throw Broken($"lists are nested more than {DeepestList} deep");
        }

        var items = new List<RespReply>();
        for (var i = 0; i < count; i++)
        {
            if (!TryRead(ref reader, out var item, depth))
            {
                return false;
            }

            items.Add(item);
        }

        reply = new RespReply(RespKind.List, Items: items);
        return true;
    }

    static long Number(ReadOnlySpan<byte> line, long least, long most) =>
        Utf8Parser.TryParse(line, out long number, out var used) && used == line.Length && number >= least && number <= most
            ? number
            : throw Broken($"'{Encoding.UTF8.GetString(line[..Math.Min(line.Length, 32)])}' is no number from {least} to {most}");

    static RedisException Broken(string what) => new($"This is not the Redis protocol: {what}.");
}

using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace PerfGate.Load.Transports;

/// <summary>
/// Reads one reply as its bytes come in, by RFC 9112 and strictly: what is ambiguous there is refused here, because a reply
/// read wrongly would be measured wrongly, and so would all that follow it on the connection. Chunks are put together in place.
/// </summary>
internal sealed class ReplyReader
{
    const int LongestHead = 64 << 10;
    const int MostHeaders = 1000;
    const int LongestChunkLine = 4096;

    static readonly SearchValues<byte> LineStops = SearchValues.Create("\r\n\0"u8);
    static readonly SearchValues<byte> TokenBytes =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    bool noBody;
    bool chunked;
    bool http10;
    bool close;
    bool keepAlive;
    ReplyPhase phase;
    long length;
    int scanned;
    int raw;
    int trailers;

    public int Status { get; private set; }

    /// <summary>Whether the connection may carry another request.</summary>
    public bool KeepsAlive => !close && (!http10 || keepAlive);

    public bool HasCookies { get; private set; }

    public bool HasEncoding { get; private set; }

    /// <summary>How many bytes are known to be missing; 0: unknown.</summary>
    public long Missing { get; private set; }

    /// <summary>Expects a reply.</summary>
    /// <param name="toHead">Whether it answers a HEAD, so that it has no body whatever it announces.</param>
    public void Begin(bool toHead)
    {
        noBody = toHead;
        phase = ReplyPhase.Head;
        scanned = raw = trailers = 0;
        Missing = 0;
    }

    /// <summary>Looks at what the buffer got. True: the reply is complete.</summary>
    /// <exception cref="NotHttpException">It is no reply, or no trustworthy one.</exception>
    public bool Advance(ReplyBuffer buffer)
    {
        while (Step(buffer))
            if (phase == ReplyPhase.Done)
                return Finish(buffer);
        return false;
    }

    /// <summary>The connection was closed. True: that is how the reply ends; false: it is cut short.</summary>
    public bool Closed() => phase == ReplyPhase.BodyUntilClose;

    /// <summary>True: something was taken, and there may be more to take.</summary>
    bool Step(ReplyBuffer buffer) => phase switch
    {
        ReplyPhase.Head => TakeHead(buffer),
        ReplyPhase.BodyOfLength => TakeLength(buffer),
        ReplyPhase.BodyUntilClose => TakeAll(buffer),
        ReplyPhase.ChunkSize => TakeChunkSize(buffer),
        ReplyPhase.ChunkData => TakeChunkData(buffer),
        ReplyPhase.ChunkEnd => TakeChunkEnd(buffer),
        ReplyPhase.Trailers => TakeTrailer(buffer),
        _ => false,
    };

    bool Finish(ReplyBuffer buffer)
    {
        var end = chunked && !noBody ? raw : buffer.BodyStart + buffer.BodyLength;
        if (buffer.Filled > end) throw NotHttp("more bytes came than the reply announced");
        return true;
    }

    bool TakeHead(ReplyBuffer buffer)
    {
        var head = buffer.Span[buffer.HeadStart..];
        var end = head[scanned..].IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            CheckBegun(head);
            scanned = Math.Max(0, head.Length - 3);
            return false;
        }

        end += scanned;
        if (end > LongestHead) throw NotHttp(TooLong);
        scanned = 0;
        var statusLine = ReadStatusLine(head[..(end + 2)]);
        ReadHeaders(head[statusLine..(end + 2)], out var lengthSeen);
        var headStart = buffer.HeadStart;
        if (Status is >= 100 and < 200)
        {
            if (Status == 101) throw NotHttp("it switches to a protocol that nobody asked for");
            buffer.HeadStart = headStart + end + 4;
            if (buffer.HeadStart > LongestHead) throw NotHttp(TooLong);
            return true;
        }

        buffer.HeadStart = headStart + statusLine;
        buffer.HeadEnd = headStart + end + 2;
        buffer.BodyStart = raw = headStart + end + 4;
        buffer.BodyLength = 0;
        Frame(lengthSeen);
        return true;
    }

    // Nothing may be waited for that can no longer become a head.
    static void CheckBegun(ReadOnlySpan<byte> head)
    {
        if (head is [0] or [0, _] or [0, _, _]) return;
        var start = "HTTP/1."u8;
        if (!head.StartsWith(start[..Math.Min(start.Length, head.Length)])) throw NotHttp(LooksLikeHttp2(head) ? Http2 : NoStatusLine);
        if (head.Length > LongestHead) throw NotHttp(TooLong);
        for (var rest = head; rest.IndexOf((byte)'\n') is >= 0 and var at; rest = rest[(at + 1)..])
            if (at == 0 || rest[at - 1] != '\r')
                throw NotHttp(BareBreak);
    }

    void Frame(bool lengthSeen)
    {
        noBody |= Status is 204 or 304;
        if (noBody) length = 0;
        else if (chunked && lengthSeen) throw NotHttp("it has both Content-Length and Transfer-Encoding");
        else if (chunked && http10) throw NotHttp("it has Transfer-Encoding in HTTP/1.0");
        phase = chunked && !noBody ? ReplyPhase.ChunkSize : noBody || lengthSeen ? ReplyPhase.BodyOfLength : ReplyPhase.BodyUntilClose;
        close |= phase == ReplyPhase.BodyUntilClose;
    }

    int ReadStatusLine(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("HTTP/1."u8) || head.Length < "HTTP/1.1 200\r\n".Length)
            throw NotHttp(LooksLikeHttp2(head) ? Http2 : NoStatusLine);
        var line = head[..LineEnd(head)];
        if (line.Length < 12 || line[7] is not ((byte)'0' or (byte)'1') || line[8] != ' '
            || !Utf8Parser.TryParse(line[9..12], out int status, out var digits) || digits != 3 || line[9] is < (byte)'1' or > (byte)'9'
            || (line.Length > 12 && line[12] != ' '))
            throw NotHttp(NoStatusLine);
        http10 = line[7] == '0';
        Status = status;
        return line.Length + 2;
    }

    void ReadHeaders(ReadOnlySpan<byte> lines, out bool lengthSeen)
    {
        chunked = close = keepAlive = HasCookies = HasEncoding = lengthSeen = false;
        for (var count = 0; !lines.IsEmpty; count++)
        {
            if (count == MostHeaders) throw NotHttp($"it has more than {MostHeaders} headers");
            var end = LineEnd(lines);
            var line = lines[..end];
            lines = lines[(end + 2)..];
            var colon = CheckHeader(line);
            ReadHeader(line[..colon], line[(colon + 1)..], ref lengthSeen);
        }
    }

    void ReadHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, ref bool lengthSeen)
    {
        switch (name.Length)
        {
            case 10 when Is(name, "Connection"u8):
                ReadConnection(value);
                break;
            case 10 when Is(name, "Set-Cookie"u8):
                HasCookies = true;
                break;
            case 14 when Is(name, "Content-Length"u8):
                if (lengthSeen) throw NotHttp("it has more than one Content-Length");
                lengthSeen = true;
                length = ReadLength(value.Trim(" \t"u8));
                break;
            case 16 when Is(name, "Content-Encoding"u8):
                HasEncoding = true;
                break;
            case 17 when Is(name, "Transfer-Encoding"u8):
                if (chunked || !Is(value.Trim(" \t"u8), "chunked"u8)) throw NotHttp("its Transfer-Encoding is not 'chunked'");
                chunked = true;
                break;
        }
    }

    void ReadConnection(ReadOnlySpan<byte> value)
    {
        foreach (var range in value.Split((byte)','))
        {
            var option = value[range].Trim(" \t"u8);
            close |= Is(option, "close"u8);
            keepAlive |= Is(option, "keep-alive"u8);
        }
    }

    long ReadLength(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty || value.ContainsAnyExceptInRange((byte)'0', (byte)'9')) throw NotHttp("its Content-Length is not a number");

        // What a HEAD is told about is not sent, however long it is.
        if (value.Length > 18) throw NotHttp("its Content-Length is too large");
        var announced = long.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);
        if (!noBody && Status is not (204 or 304)) ReplyBuffer.CheckLength(announced);
        return announced;
    }

    bool TakeLength(ReplyBuffer buffer)
    {
        Missing = length - (buffer.Filled - buffer.BodyStart);
        if (Missing > 0) return false;
        buffer.BodyLength = (int)length;
        phase = ReplyPhase.Done;
        return true;
    }

    static bool TakeAll(ReplyBuffer buffer)
    {
        ReplyBuffer.CheckLength(buffer.BodyLength = buffer.Filled - buffer.BodyStart);
        return false;
    }

    bool TakeChunkSize(ReplyBuffer buffer)
    {
        if (!TryTakeLine(buffer, LongestChunkLine, out var line)) return false;
        var size = line.IndexOf((byte)';') is >= 0 and var extension ? line[..extension].TrimEnd(" \t"u8) : line;
        if (!Utf8Parser.TryParse(size, out length, out var digits, 'x') || digits != size.Length || length < 0 || size.Length > 15)
            throw NotHttp("a chunk's size is not a number");
        ReplyBuffer.CheckLength(buffer.BodyLength + length);
        phase = length == 0 ? ReplyPhase.Trailers : ReplyPhase.ChunkData;
        return true;
    }

    bool TakeChunkData(ReplyBuffer buffer)
    {
        var here = (int)Math.Min(length, buffer.Filled - raw);
        var target = buffer.BodyStart + buffer.BodyLength;
        if (target != raw) buffer.Span.Slice(raw, here).CopyTo(buffer.Span[target..]);
        raw += here;
        buffer.BodyLength += here;
        length -= here;
        if (length > 0) return Compact(buffer, length + 2);
        phase = ReplyPhase.ChunkEnd;
        return true;
    }

    bool TakeChunkEnd(ReplyBuffer buffer)
    {
        var rest = buffer.Span[raw..];
        if (!rest.StartsWith("\r\n"u8[..Math.Min(2, rest.Length)])) throw NotHttp("a chunk does not end where its size says");
        if (rest.Length < 2) return Compact(buffer);
        raw += 2;
        phase = ReplyPhase.ChunkSize;
        return true;
    }

    bool TakeTrailer(ReplyBuffer buffer)
    {
        if (!TryTakeLine(buffer, LongestHead, out var line)) return false;
        if (line.IsEmpty)
        {
            phase = ReplyPhase.Done;
            return true;
        }

        CheckHeader(line);
        if ((trailers += line.Length) > LongestHead) throw NotHttp(TooLong);
        return true;
    }

    bool TryTakeLine(ReplyBuffer buffer, int longest, out ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> rest = buffer.Span[raw..];
        line = default;
        var end = rest.IndexOfAny(LineStops);
        if (Math.Max(end, end < 0 ? rest.Length : 0) > longest) throw NotHttp("a line between its chunks is too long");
        if (end >= 0 && rest[end] != '\r') throw NotHttp(BareBreak);
        if (end < 0 || end + 1 == rest.Length) return Compact(buffer);
        if (rest[end + 1] != '\n') throw NotHttp(BareBreak);
        line = rest[..end];
        raw += end + 2;
        return true;
    }

    // Closes the gap that the chunks' sizes left, so that the buffer grows with the body only.
    bool Compact(ReplyBuffer buffer, long missing = 0)
    {
        Missing = missing;
        var target = buffer.BodyStart + buffer.BodyLength;
        if (target == raw) return false;
        buffer.Span[raw..].CopyTo(buffer.Span[target..]);
        buffer.Filled -= raw - target;
        raw = target;
        return false;
    }

    static int CheckHeader(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (line.Length > 0 && line[0] is (byte)' ' or (byte)'\t') throw NotHttp("a header goes on over several lines");
        if (colon <= 0 || line[..colon].ContainsAnyExcept(TokenBytes)) throw NotHttp("a header line is not a name, a colon and a value");
        return colon;
    }

    static int LineEnd(ReadOnlySpan<byte> lines)
    {
        var end = lines.IndexOfAny(LineStops);
        if (lines[end] != '\r' || lines[end + 1] != '\n') throw NotHttp(BareBreak);
        return end;
    }

    static bool Is(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) => Ascii.EqualsIgnoreCase(a, b);

    // The SETTINGS frame with which every HTTP/2 server opens: type 4 on stream 0.
    static bool LooksLikeHttp2(ReadOnlySpan<byte> bytes) => bytes.Length >= 4 && bytes[0] == 0 && bytes[1] == 0 && bytes[3] == 4;

    static NotHttpException NotHttp(string why) => new($"the reply is not HTTP: {why}");

    const string BareBreak = "a line does not end in CR LF";
    const string Http2 = "it looks like HTTP/2, which the lean transport does not speak";
    const string NoStatusLine = "it does not begin with a status line of HTTP/1.1";
    const string TooLong = "its headers are longer than 64 KiB";
}

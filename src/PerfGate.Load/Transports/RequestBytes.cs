using System.Buffers;
using System.Text;

namespace PerfGate.Load.Transports;

/// <summary>Puts requests into bytes. The user's own headers are kept as bytes until they change.</summary>
internal sealed class RequestBytes(CookieJar cookies)
{
    const int SmallBody = 16 << 10;

    static readonly SearchValues<char> TokenChars =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // What the framework's client sends when it decompresses, so that the system has the same work with both.
    const string AcceptEncoding = "Accept-Encoding: gzip, deflate, br\r\n";

    static readonly HeaderBlock NoHeaders = Block([]);

    HeaderBlock? kept;

    /// <summary>The head of a request in borrowed memory, with the body behind it when that is small.</summary>
    /// <exception cref="NotHttpException">It cannot be sent as it is.</exception>
    public (byte[] Bytes, int Length, bool WithBody) Write(in TransportRequest request)
    {
        var block = BlockFor(request.Headers);
        var lines = OwnLines(in request, block);
        var target = request.Target;
        var withBody = request.Body is { Length: <= SmallBody };
        var size = target.Line.Length + target.Host.Length + block.Bytes.Length + (lines?.Length ?? 0) + 2
            + (withBody ? request.Body!.Value.Length : 0);
        var bytes = ArrayPool<byte>.Shared.Rent(size);
        var length = 0;
        Append(bytes, ref length, target.Line);
        if (!block.HasHost) Append(bytes, ref length, target.Host);
        Append(bytes, ref length, block.Bytes);
        if (lines is not null) length += Encoding.ASCII.GetBytes(lines, bytes.AsSpan(length));
        Append(bytes, ref length, "\r\n"u8);
        if (withBody) Append(bytes, ref length, request.Body!.Value.Span);
        return (bytes, length, withBody);
    }

    HeaderBlock BlockFor(Dictionary<string, string> headers)
    {
        var block = Volatile.Read(ref kept);
        if (headers.Count == 0) return NoHeaders;
        if (block?.IsOf(headers) != true) Volatile.Write(ref kept, block = Block(headers));
        return block;
    }

    // The lines that differ from request to request; null when there are none.
    string? OwnLines(in TransportRequest request, HeaderBlock block)
    {
        if (request.Body is null && !request.Target.AnnouncesNoBody && block is { ContentLines: "", Cookie: null } && cookies.IsEmpty)
            return null;
        if (request.Target.Method == HttpMethod.Connect) throw Unsendable("the lean transport does not support CONNECT");
        var lines = new StringBuilder();
        var jar = cookies.IsEmpty ? "" : cookies.Container.GetCookieHeader(request.Target.Address);
        if (block.Cookie is not null || jar.Length > 0)
            lines.Append("Cookie: ").AppendJoin("; ", new[] { block.Cookie, jar }.Where(c => !string.IsNullOrEmpty(c))).Append("\r\n");
        if (request.Body is { } body)
            lines.Append($"Content-Type: {request.ContentType}\r\nContent-Length: {body.Length}\r\n").Append(block.ContentLines);
        else if (request.Target.AnnouncesNoBody)
            lines.Append("Content-Length: 0\r\n");
        return lines.ToString();
    }

    static HeaderBlock Block(Dictionary<string, string> headers)
    {
        StringBuilder all = new(), content = new();
        foreach (var (name, value) in headers)
        {
            Check(name, value);
            if (Is(name, "Cookie")) continue;
            if (!name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)) all.Append($"{name}: {value}\r\n");
            else if (!Is(name, "Content-Type")) content.Append($"{name}: {value}\r\n");
        }

        if (!headers.ContainsKey("Accept-Encoding")) all.Append(AcceptEncoding);
        return new HeaderBlock([.. headers], Encoding.ASCII.GetBytes(all.ToString()))
        {
            ContentLines = content.ToString(),
            Cookie = headers.GetValueOrDefault("Cookie"),
            HasHost = headers.ContainsKey("Host"),
        };
    }

    static void Check(string name, string value)
    {
        if (name.AsSpan().ContainsAnyExcept(TokenChars)) throw Unsendable($"'{name}' is no name of a header");
        foreach (var c in value)
            if (c is not '\t' and (< ' ' or > '~'))
                throw Unsendable($"header '{name}' holds a character that HTTP does not allow");
        if (Is(name, "Content-Length") || Is(name, "Transfer-Encoding") || Is(name, "Expect") || Is(name, "Upgrade") || Is(name, "TE"))
            throw Unsendable($"the lean transport does not let users set the header '{name}'");
    }

    static void Append(byte[] bytes, ref int length, ReadOnlySpan<byte> more)
    {
        more.CopyTo(bytes.AsSpan(length));
        length += more.Length;
    }

    static NotHttpException Unsendable(string why) => new($"the request cannot be sent: {why}");

    static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}

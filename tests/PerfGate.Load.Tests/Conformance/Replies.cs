namespace PerfGate.Load.Tests.Conformance;

/// <summary>Replies of every framing that HTTP/1.1 knows, and replies that are none.</summary>
public static class Replies
{
    public const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    static string Chunked(string rest) => "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + rest;

    /// <summary>Fine replies to a GET.</summary>
    public static IReadOnlyList<ReplyCase> Fine { get; } =
    [
        new("content length", Ok, 200, "hello"),
        new("content length of zero", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 200, ""),
        new("no reason phrase", "HTTP/1.1 404 \r\ncontent-length:  5  \r\nX-Odd:\r\n\r\nnever", 404, "never"),
        new("one chunk", Chunked("5\r\nhello\r\n0\r\n\r\n"), 200, "hello"),
        new("several chunks", Chunked("1\r\nh\r\nA\r\nello, worl\r\n01\r\nd\r\n000\r\n\r\n"), 200, "hello, world"),
        new("no chunk but the last", Chunked("0\r\n\r\n"), 200, ""),
        new("chunk extensions", Chunked("5;name=value\r\nhello\r\n0;last\r\n\r\n"), 200, "hello"),
        new("trailers", Chunked("5\r\nhello\r\n0\r\nX-Sum: 1\r\nX-More: 2\r\n\r\n"), 200, "hello"),
        new("a chunk that holds line breaks", Chunked("8\r\n\r\n0\r\n\r\n!\r\n0\r\n\r\n"), 200, "\r\n0\r\n\r\n!"),
        new("until close", "HTTP/1.1 200 OK\r\n\r\nhello", 200, "hello") { Closes = true },
        new("until close in HTTP/1.0", "HTTP/1.0 200 OK\r\nX: y\r\n\r\nhello", 200, "hello") { Closes = true },
        new("HTTP/1.0 kept alive", "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nhi", 200, "hi"),
        new("announced close", "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhi", 200, "hi") { Closes = true },
        new("an early hint first", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + Ok, 200, "hello"),
        new("two interim replies first", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n" + Ok, 200, "hello"),
        new("204", "HTTP/1.1 204 No Content\r\nX: y\r\n\r\n", 204, ""),
        new("304 that announces a length", "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", 304, ""),
    ];

    /// <summary>What the lean transport refuses, with a part of its words. The framework's client is more trusting with some.</summary>
    public static TheoryData<string, string> Refused { get; } = new()
    {
        { "SSH-2.0-OpenSSH_9.2\r\n\r\n", "does not begin with a status line" },
        { "\0\0\x06\x04\0\0\0\0\0\0\x05\0\0\x40\0", "looks like HTTP/2" },
        { "HTTP/2 200\r\n\r\n", "does not begin with a status line" },
        { "HTTP/1.2 200 OK\r\n\r\n", "does not begin with a status line" },
        { "HTTP/1.1 20 OK\r\n\r\n", "does not begin with a status line" },
        { "HTTP/1.1 2000 OK\r\n\r\n", "does not begin with a status line" },
        { "HTTP/1.1 099 OK\r\n\r\n", "does not begin with a status line" },
        { "HTTP/1.1 200 OK\nContent-Length: 0\n\n", "does not end in CR LF" },
        { "HTTP/1.1 200 OK\r\nA: b\nC: d\r\n\r\n", "does not end in CR LF" },
        { "HTTP/1.1 200 OK\r\nA: b\rc\r\n\r\n", "does not end in CR LF" },
        { "HTTP/1.1 200 OK\r\nA: b\0c\r\n\r\n", "does not end in CR LF" },
        { "HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n", "goes on over several lines" },
        { "HTTP/1.1 200 OK\r\nA : b\r\n\r\n", "not a name, a colon and a value" },
        { "HTTP/1.1 200 OK\r\n: b\r\n\r\n", "not a name, a colon and a value" },
        { "HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "not a name, a colon and a value" },
        { "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello", "more than one Content-Length" },
        { "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "Content-Length is not a number" },
        { "HTTP/1.1 200 OK\r\nContent-Length: 5, 5\r\n\r\nhello", "Content-Length is not a number" },
        { "HTTP/1.1 200 OK\r\nContent-Length: \r\n\r\n", "Content-Length is not a number" },
        { "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n", "Content-Length is too large" },
        { "HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n", "the body is longer than 256 MiB" },
        { "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "both Content-Length and Transfer-Encoding" },
        { "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "Transfer-Encoding in HTTP/1.0" },
        { "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "Transfer-Encoding is not 'chunked'" },
        { Chunked("x\r\nhello\r\n0\r\n\r\n"), "a chunk's size is not a number" },
        { Chunked("\r\nhello\r\n0\r\n\r\n"), "a chunk's size is not a number" },
        { Chunked("-5\r\nhello\r\n0\r\n\r\n"), "a chunk's size is not a number" },
        { Chunked("FFFFFFFFFFFFFFFF\r\n"), "a chunk's size is not a number" },
        { Chunked("FFFFFFFFFFFFFFF\r\n"), "the body is longer than 256 MiB" },
        { Chunked("5\nhello\n0\n\n"), "does not end in CR LF" },
        { Chunked("4\r\nhello\r\n0\r\n\r\n"), "does not end where its size says" },
        { Chunked("0\r\nno colon\r\n\r\n"), "not a name, a colon and a value" },
        { Chunked(new string('1', 5000)), "a line between its chunks is too long" },
        { "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n", "switches to a protocol" },
        { Ok + "!", "more bytes came than the reply announced" },
        { Ok + Ok, "more bytes came than the reply announced" },
        { Chunked("0\r\n\r\nHTTP/1.1 200 OK\r\n"), "more bytes came than the reply announced" },
        { "HTTP/1.1 204 No Content\r\n\r\nbody", "more bytes came than the reply announced" },
        { "HTTP/1.1 200 OK\r\nX: " + new string('x', 65_536) + "\r\n\r\n", "headers are longer than 64 KiB" },
        { "HTTP/1.1 200 OK\r\nX: " + new string('x', 70_000), "headers are longer than 64 KiB" },
        { "HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat("A: b\r\n", 1001)) + "\r\n", "more than 1000 headers" },
        { string.Concat(Enumerable.Repeat("HTTP/1.1 100 Continue\r\n\r\n", 3000)), "headers are longer than 64 KiB" },
    };
}

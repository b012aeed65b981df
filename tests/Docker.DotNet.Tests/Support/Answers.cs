using System.Globalization;
using System.Net;
using System.Text;

namespace Docker.DotNet.Tests.Support;

/// <summary>Answers byte by byte as an engine gives them, and as one should not.</summary>
internal static class Answers
{
    /// <summary>Reads the request and says nothing, until the client hangs up.</summary>
    public static readonly Answer Silence = UntilHungUpAsync;

    public static Answer Json(string body, HttpStatusCode status = HttpStatusCode.OK) => Whole("application/json", body, status);

    public static Answer Text(string body, HttpStatusCode status = HttpStatusCode.OK) => Whole("text/plain", body, status);

    public static Answer Nothing(HttpStatusCode status) => (stream, ct) =>
        WriteAsync(stream, $"HTTP/1.1 {(int)status} {status}\r\nConnection: close\r\n\r\n", ct);

    /// <summary>An answer whose head promises more than comes.</summary>
    public static Answer CutOff(string body) => (stream, ct) =>
        WriteAsync(stream, $"{Head("application/json")}Content-Length: {body.Length + 1}\r\n\r\n{body}", ct);

    /// <summary>A stream of these pieces that ends as it should.</summary>
    public static Answer Stream(params string[] pieces) => Stream(pieces, EndAsync);

    /// <summary>A stream of these pieces that breaks off: the engine went away.</summary>
    public static Answer BrokenStream(params string[] pieces) => Stream(pieces, (_, _) => Task.CompletedTask);

    /// <summary>A stream of these pieces, and then whatever comes then.</summary>
    public static Answer Stream(string[] pieces, Answer then) => async (stream, ct) =>
    {
        await BeginAsync(stream, ct);
        foreach (var piece in pieces) await PieceAsync(stream, piece, ct);
        await then(stream, ct);
    };

    public static Task BeginAsync(Stream stream, CancellationToken ct) =>
        WriteAsync(stream, $"{Head("application/octet-stream")}Transfer-Encoding: chunked\r\n\r\n", ct);

    public static Task PieceAsync(Stream stream, string piece, CancellationToken ct)
    {
        var length = Encoding.UTF8.GetByteCount(piece).ToString("x", CultureInfo.InvariantCulture);
        return WriteAsync(stream, $"{length}\r\n{piece}\r\n", ct);
    }

    public static Task EndAsync(Stream stream, CancellationToken ct) => WriteAsync(stream, "0\r\n\r\n", ct);

    public static async Task UntilHungUpAsync(Stream stream, CancellationToken ct)
    {
        var nothing = new byte[1];
        while (await stream.ReadAsync(nothing, ct) > 0)
        {
        }
    }

    static Answer Whole(string type, string body, HttpStatusCode status) => (stream, ct) =>
        WriteAsync(stream, $"{Head(type, status)}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}", ct);

    static string Head(string type, HttpStatusCode status = HttpStatusCode.OK) =>
        $"HTTP/1.1 {(int)status} {status}\r\nContent-Type: {type}\r\nConnection: close\r\n";

    static Task WriteAsync(Stream stream, string text, CancellationToken ct) =>
        stream.WriteAsync(Encoding.UTF8.GetBytes(text), ct).AsTask();
}

using PerfGate.Load.Transports;

namespace PerfGate.Load.Tests.Conformance;

/// <summary>The reader alone, where every way in which a reply can be split is tried.</summary>
public sealed class ReadingReplies
{
    public static TheoryData<ReplyCase> Fine => [.. Replies.Fine];

    [Theory]
    [MemberData(nameof(Fine))]
    public void A_reply_is_read_alike_wherever_it_is_split(ReplyCase reply)
    {
        var bytes = reply.Bytes;
        for (var first = 0; first < bytes.Length; first++)
            for (var second = first; second <= Math.Min(bytes.Length, first + 9); second++)
                Read(reply, bytes[..first], bytes[first..second], bytes[second..]);
    }

    [Theory]
    [MemberData(nameof(Fine))]
    public void A_reply_is_read_alike_byte_by_byte(ReplyCase reply) => Read(reply, [.. reply.Bytes.Select(b => new[] { b })]);

    [Theory]
    [MemberData(nameof(Fine))]
    public void A_reply_cut_short_is_not_complete(ReplyCase reply)
    {
        var complete = reply.Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        for (var length = 0; length < (reply.Text.Contains("Length") || !reply.Closes ? reply.Bytes.Length : complete); length++)
        {
            var (reader, buffer) = Begin(toHead: false);
            Take(reader, buffer, reply.Bytes[..length]).ShouldBeFalse();
            reader.Closed().ShouldBeFalse();
            buffer.Clear();
        }
    }

    [Theory]
    [MemberData(nameof(Replies.Refused), MemberType = typeof(Replies))]
    public void What_cannot_be_trusted_is_refused_also_when_it_comes_byte_by_byte(string text, string words)
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes(text);
        Should.Throw<NotHttpException>(() => TakeParts(bytes)).Message.ShouldContain(words);

        // Bytes behind a reply are only seen when they come with it.
        if (words.StartsWith("more bytes", StringComparison.Ordinal)) return;
        Should.Throw<NotHttpException>(() => TakeParts([.. bytes.Select(b => new[] { b })])).Message.ShouldContain(words);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500000000000\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n")]
    public void A_reply_to_head_has_no_body_whatever_it_announces(string text)
    {
        var (reader, buffer) = Begin(toHead: true);
        Take(reader, buffer, System.Text.Encoding.Latin1.GetBytes(text)).ShouldBeTrue();
        (reader.Status, buffer.BodyLength).ShouldBe((200, 0));
        buffer.Clear();
    }

    [Fact]
    public void A_body_of_many_chunks_needs_no_more_memory_than_the_body()
    {
        var (reader, buffer) = Begin(toHead: false);
        Take(reader, buffer, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray()).ShouldBeFalse();
        for (var i = 0; i < 10_000; i++) Take(reader, buffer, "1;extension=long-enough-to-matter\r\nx\r\n"u8.ToArray()).ShouldBeFalse();
        buffer.BodyLength.ShouldBe(10_000);
        (buffer.Filled + buffer.Free.Length).ShouldBeLessThan(40_000);
        Take(reader, buffer, "0\r\n\r\n"u8.ToArray()).ShouldBeTrue();
        buffer.Clear();
    }

    static void TakeParts(params byte[][] parts)
    {
        var (reader, buffer) = Begin(toHead: false);
        try
        {
            foreach (var part in parts) Take(reader, buffer, part);
        }
        finally
        {
            buffer.Clear();
        }
    }

    static void Read(ReplyCase reply, params byte[][] parts)
    {
        var (reader, buffer) = Begin(toHead: false);
        var complete = false;
        foreach (var part in parts.Where(p => p.Length > 0))
        {
            complete.ShouldBeFalse();
            complete = Take(reader, buffer, part);
        }

        (complete || reader.Closed()).ShouldBeTrue();
        reader.Status.ShouldBe(reply.Status);
        System.Text.Encoding.Latin1.GetString(buffer.Body.Span).ShouldBe(reply.Body);
        reader.KeepsAlive.ShouldBe(!reply.Closes);
        buffer.Clear();
    }

    static (ReplyReader Reader, ReplyBuffer Buffer) Begin(bool toHead)
    {
        var reader = new ReplyReader();
        reader.Begin(toHead);
        return (reader, new ReplyBuffer());
    }

    static bool Take(ReplyReader reader, ReplyBuffer buffer, byte[] part)
    {
        // As the transport does it: never more than there is room for.
        for (var at = 0; ;)
        {
            buffer.Reserve(reader.Missing);
            var here = Math.Min(part.Length - at, buffer.Free.Length);
            part.AsSpan(at, here).CopyTo(buffer.Free.Span);
            buffer.Filled += here;
            at += here;
            if (reader.Advance(buffer)) return true;
            if (at == part.Length) return false;
        }
    }
}

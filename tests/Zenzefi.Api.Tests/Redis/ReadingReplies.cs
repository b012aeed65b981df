using System.Buffers;
using System.Text;
using Zenzefi.Api.Redis;

namespace Zenzefi.Api.Tests.Redis;

public sealed class ReadingReplies
{
    const string Nested = "*3\r\n$5\r\nsc\r\nn\r\n*2\r\n:-7\r\n*-1\r\n+OK\r\n";

    [Theory]
    [InlineData("+OK\r\n", "OK")]
    [InlineData("+\r\n", "")]
    [InlineData("$0\r\n\r\n", "")]
    [InlineData("$5\r\na\r\nbc\r\n", "a\r\nbc")]
    [InlineData("$4\r\n5 €\r\n", null)]
    [InlineData("$5\r\n5 €\r\n", "5 €")]
    public void Text_is_as_long_as_it_says_whatever_is_in_it(string received, string? text)
    {
        if (text is null)
        {
            Should.Throw<RedisException>(() => Read(received)).Message.ShouldContain("not as long as it says");
            return;
        }

        Read(received).ShouldBe(new RespReply(RespKind.Text, text));
    }

    [Theory]
    [InlineData(":0\r\n", 0)]
    [InlineData(":-9223372036854775808\r\n", long.MinValue)]
    [InlineData(":9223372036854775807\r\n", long.MaxValue)]
    public void Numbers_are_whole(string received, long number) =>
        Read(received).ShouldBe(new RespReply(RespKind.Number, Number: number));

    [Theory]
    [InlineData("$-1\r\n")]
    [InlineData("*-1\r\n")]
    public void What_is_not_there_is_no_empty_text(string received) => Read(received).ShouldBe(RespReply.Null);

    [Fact]
    public void Errors_carry_their_reason() =>
        Read("-WRONGTYPE Operation against a key\r\n").ShouldBe(new RespReply(RespKind.Error, "WRONGTYPE Operation against a key"));

    [Fact]
    public void Lists_hold_replies_of_every_kind()
    {
        var list = Read(Nested).Items.ShouldNotBeNull();

        list[0].Text.ShouldBe("sc\r\nn");
        list[1].Items.ShouldBe([new RespReply(RespKind.Number, Number: -7), RespReply.Null]);
        list[2].Text.ShouldBe("OK");
        Read("*0\r\n").Items.ShouldNotBeNull().ShouldBeEmpty();
    }

    [Fact]
    public void Half_a_reply_is_none_and_stays_where_it_is()
    {
        for (var length = 0; length < Nested.Length; length++)
        {
            var buffer = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(Nested[..length]));

            RespReader.TryRead(ref buffer, out _).ShouldBeFalse();

            buffer.Length.ShouldBe(length);
        }
    }

    [Fact]
    public void A_reply_in_two_pieces_is_one()
    {
        var bytes = Encoding.UTF8.GetBytes(Nested);
        for (var length = 1; length < bytes.Length; length++)
        {
            var buffer = Pieces.Of(bytes[..length], bytes[length..]);

            RespReader.TryRead(ref buffer, out var reply).ShouldBeTrue();

            reply.Items![2].Text.ShouldBe("OK");
            buffer.IsEmpty.ShouldBeTrue();
        }
    }

    [Fact]
    public void What_follows_is_left_for_the_next()
    {
        var buffer = new ReadOnlySequence<byte>("+first\r\n:2\r\n$"u8.ToArray());

        RespReader.TryRead(ref buffer, out var first).ShouldBeTrue();
        RespReader.TryRead(ref buffer, out var second).ShouldBeTrue();
        RespReader.TryRead(ref buffer, out _).ShouldBeFalse();

        (first.Text, second.Number, buffer.Length).ShouldBe(("first", 2, 1));
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n", "starts with the byte 0x48")]
    [InlineData(":many\r\n", "'many' is no number")]
    [InlineData(":1.5\r\n", "'1.5' is no number")]
    [InlineData(":\r\n", "'' is no number")]
    [InlineData(":9223372036854775808\r\n", "is no number")]
    [InlineData("$-2\r\n", "'-2' is no number from -1")]
    [InlineData("$99999999999\r\n", "is no number from -1 to 67108864")]
    [InlineData("$3\r\nabcd\r\n", "not as long as it says")]
    [InlineData("*-2\r\n", "'-2' is no number from -1")]
    [InlineData("*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n", "nested more than 8 deep")]
    public void What_is_no_reply_is_refused(string received, string problem) =>
        Should.Throw<RedisException>(() => Read(received)).Message.ShouldContain(problem);

    [Fact]
    public void A_line_without_an_end_is_refused_in_time() =>
        Should.Throw<RedisException>(() => Read("+" + new string('a', 70_000))).Message.ShouldContain("more than 65536 bytes");

    static RespReply Read(string received)
    {
        var buffer = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(received));
        RespReader.TryRead(ref buffer, out var reply).ShouldBeTrue();
        buffer.IsEmpty.ShouldBeTrue();
        return reply;
    }
}

using System.Buffers;
using System.Text;
using Zenzefi.Api.Redis;

namespace Zenzefi.Api.Tests.Redis;

public sealed class WritingCommands
{
    [Fact]
    public void Tells_the_length_of_each_word_in_bytes()
    {
        var output = new ArrayBufferWriter<byte>();

        RespCommand.Write(output, ["SET", "price", "5 €\r\n", ""]);

        Encoding.UTF8.GetString(output.WrittenSpan).ShouldBe("*4\r\n$3\r\nSET\r\n$5\r\nprice\r\n$7\r\n5 €\r\n\r\n$0\r\n\r\n");
    }
}

using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Zenzefi.Api.Redis;

/// <summary>Writes commands the way Redis reads them: a list of texts, each with its length in bytes.</summary>
internal static class RespCommand
{
    /// <summary>Writes one command with its arguments.</summary>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<string> words)
    {
        WriteLength(output, '*', words.Length);
        foreach (var word in words)
        {
            WriteLength(output, '$', Encoding.UTF8.GetByteCount(word));
            Encoding.UTF8.GetBytes(word, output);
            output.Write("\r\n"u8);
        }
    }

    static void WriteLength(IBufferWriter<byte> output, char marker, int length)
    {
        var space = output.GetSpan(16);
        space[0] = (byte)marker;
        Utf8Formatter.TryFormat(length, space[1..], out var digits);
        "\r\n"u8.CopyTo(space[(1 + digits)..]);
        output.Advance(digits + 3);
    }
}

using System.Buffers.Binary;
using System.Text;
using Docker.DotNet.Tests.Support;

namespace Docker.DotNet.Tests.Recorded;

public sealed class Demultiplexing
{
    static readonly string Long = new('x', 300);
    static readonly byte[][] Frames =
    [
        Frame(1, "ready, aber für alle\n"), Frame(2, "oops\n"), Frame(1, ""), Frame(1, Long), Frame(2, "€"),
    ];

    static readonly byte[] Recorded = [.. Frames.SelectMany(frame => frame)];

    [Fact]
    public async Task Parts_the_two_streams_wherever_the_network_splits_the_frames()
    {
        for (var split = 0; split <= Recorded.Length; split++)
        {
            var (stdout, stderr) = await ReadAsync([Recorded[..split], Recorded[split..]]);
            stdout.ShouldBe($"ready, aber für alle\n{Long}", $"split at {split}");
            stderr.ShouldBe("oops\n€", $"split at {split}");
        }
    }

    [Fact]
    public async Task Parts_the_two_streams_when_bytes_come_one_by_one()
    {
        var (stdout, stderr) = await ReadAsync(Recorded.Select(one => new[] { one }));
        stdout.ShouldBe($"ready, aber für alle\n{Long}");
        stderr.ShouldBe("oops\n€");
    }

    [Fact]
    public async Task Tells_an_end_between_two_frames_from_one_within()
    {
        int[] between = [.. Frames.Select((_, index) => Frames.Take(index).Sum(frame => frame.Length)), Recorded.Length];
        for (var length = 0; length <= Recorded.Length; length++)
        {
            var reading = ReadAsync([Recorded[..length]]);
            if (between.Contains(length)) await reading;
            else await Should.ThrowAsync<EndOfStreamException>(() => reading, $"ended after {length}");
        }
    }

    [Fact]
    public async Task Hands_out_pieces_that_belong_to_one_stream_each()
    {
        using var output = new MultiplexedStream(new SlicedStream([Recorded]), multiplexed: true);
        var buffer = new byte[7];
        var pieces = new List<(MultiplexedStream.TargetStream Target, int Count)>();
        while (await output.ReadOutputAsync(buffer, 0, buffer.Length, CancellationToken.None) is { EOF: false } piece)
            pieces.Add((piece.Target, piece.Count));
        pieces.ShouldAllBe(piece => piece.Count <= 7);
        pieces.Where(piece => piece.Target == MultiplexedStream.TargetStream.StandardError).Select(piece => piece.Count).ShouldBe([5, 3]);
    }

    [Fact]
    public async Task Writes_into_the_buffer_where_it_is_told_to()
    {
        using var output = new MultiplexedStream(new SlicedStream([Frame(1, "abc")]), multiplexed: true);
        var buffer = "......"u8.ToArray();
        (await output.ReadOutputAsync(buffer, 2, 2, CancellationToken.None)).Count.ShouldBe(2);
        Encoding.ASCII.GetString(buffer).ShouldBe("..ab..");
    }

    [Fact]
    public async Task Leaves_the_output_of_a_terminal_alone()
    {
        byte[] plain = [.. "\u0001 is no header\r\n"u8];
        using var output = new MultiplexedStream(new SlicedStream([plain]), multiplexed: false);
        (await output.ReadOutputToEndAsync(CancellationToken.None)).ShouldBe(("\u0001 is no header\r\n", ""));
    }

    [Fact]
    public async Task Refuses_what_is_not_framed() =>
        await Should.ThrowAsync<IOException>(() => ReadAsync([[.. "Listening on port 80\n"u8]]));

    [Fact]
    public async Task Passes_on_an_error_that_the_engine_met_while_sending()
    {
        var reading = ReadAsync([Frame(1, "so far"), Frame(3, "log file is gone")]);
        var error = await Should.ThrowAsync<IOException>(() => reading);
        Genuine.IsExcused("does not read what the error was.");
        error.Message.ShouldContain("log file is gone");
    }

    [Fact]
    public void Closes_what_it_reads()
    {
        var source = new SlicedStream([]);
        new MultiplexedStream(source, multiplexed: true).Dispose();
        source.Disposed.ShouldBeTrue();
    }

    static async Task<(string Stdout, string Stderr)> ReadAsync(IEnumerable<byte[]> slices)
    {
        using var output = new MultiplexedStream(new SlicedStream(slices), multiplexed: true);
        return await output.ReadOutputToEndAsync(CancellationToken.None);
    }

    static byte[] Frame(byte stream, string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        var frame = new byte[8 + content.Length];
        frame[0] = stream;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), content.Length);
        content.CopyTo(frame, 8);
        return frame;
    }
}

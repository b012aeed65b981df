using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Docker.DotNet;

/// <summary>
/// Output of a container. Without a terminal, the engine sends standard output and standard error in frames: one byte that says
/// which, three zeros, the length as 32 bits big-endian, and the content. With a terminal there is one plain stream.
/// </summary>
/// <remarks>For one reader at a time. Nothing more can be read after a cancellation, which may fall into a header.</remarks>
public class MultiplexedStream : IDisposable
{
    const int HeaderSize = 8;
    const int BufferSize = 64 * 1024;
    const byte SystemError = 3;

    readonly Stream stream;
    readonly bool multiplexed;
    readonly byte[] header = new byte[HeaderSize];
    TargetStream target;
    uint remaining;

    /// <summary>Takes over a stream of the engine.</summary>
    /// <param name="stream">The bytes as the engine sends them.</param>
    /// <param name="multiplexed">Whether they are framed: true for a container without a terminal.</param>
    public MultiplexedStream(Stream stream, bool multiplexed)
    {
        ArgumentNullException.ThrowIfNull(stream);
        this.stream = stream;
        this.multiplexed = multiplexed;
    }

    /// <summary>Which stream of the container a piece of output comes from.</summary>
    public enum TargetStream
    {
        /// <summary>Standard input, echoed.</summary>
        StandardIn = 0,

        /// <summary>Standard output.</summary>
        StandardOut = 1,

        /// <summary>Standard error.</summary>
        StandardError = 2,
    }

    /// <summary>A piece of output, or the end of it.</summary>
    public struct ReadResult
    {
        /// <summary>Bytes read; 0 at the end.</summary>
        public int Count { get; set; }

        /// <summary>Which stream they come from.</summary>
        public TargetStream Target { get; set; }

        /// <summary>Whether the output has ended.</summary>
        public readonly bool EOF => Count == 0;
    }

    /// <summary>
    /// Reads what is there, at most <paramref name="count"/> bytes and never from two frames; waits if there is nothing.
    /// </summary>
    /// <exception cref="EndOfStreamException">The stream ended in the middle of a frame.</exception>
    /// <exception cref="IOException">The stream is not framed as it should be, or the engine reported an error in it.</exception>
    public async Task<ReadResult> ReadOutputAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        if (!multiplexed)
        {
            return new ReadResult
            {
                Count = await stream.ReadAsync(buffer.AsMemory(offset, count), cancellationToken),
                Target = TargetStream.StandardOut,
            };
        }

        while (remaining == 0)
        {
            if (!await ReadHeaderAsync(cancellationToken)) return default;
        }

        var wanted = (int)Math.Min((uint)count, remaining);
        var read = await stream.ReadAsync(buffer.AsMemory(offset, wanted), cancellationToken);
        if (read == 0 && wanted > 0)
            throw new EndOfStreamException($"The output ended {remaining} bytes before its frame does.");
        remaining -= (uint)read;
        return new ReadResult { Count = read, Target = target };
    }

    /// <summary>Copies all output, as it comes, until it ends.</summary>
    /// <param name="stdin">Takes what is echoed of standard input.</param>
    /// <param name="stdout">Takes standard output, and everything of a container with a terminal.</param>
    /// <param name="stderr">Takes standard error.</param>
    /// <param name="cancellationToken">Ends the wait for more.</param>
    /// <inheritdoc cref="ReadOutputAsync" path="/exception"/>
    public async Task CopyOutputToAsync(Stream stdin, Stream stdout, Stream stderr, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await ReadOutputAsync(buffer, 0, buffer.Length, cancellationToken) is { EOF: false } piece)
            {
                var taker = piece.Target switch
                {
                    TargetStream.StandardIn => stdin,
                    TargetStream.StandardError => stderr,
                    _ => stdout,
                };
                await taker.WriteAsync(buffer.AsMemory(0, piece.Count), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>All output until it ends, as UTF-8 text.</summary>
    /// <inheritdoc cref="ReadOutputAsync" path="/exception"/>
    public async Task<(string stdout, string stderr)> ReadOutputToEndAsync(CancellationToken cancellationToken)
    {
        using var stdout = new MemoryStream();
        using var stderr = new MemoryStream();
        await CopyOutputToAsync(Stream.Null, stdout, stderr, cancellationToken);
        return (Text(stdout), Text(stderr));
    }

    /// <summary>Closes the stream; the engine stops sending.</summary>
    public void Dispose()
    {
        stream.Dispose();
        GC.SuppressFinalize(this);
    }

    static string Text(MemoryStream bytes) => Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);

    async Task<bool> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        var read = await stream.ReadAtLeastAsync(header, HeaderSize, throwOnEndOfStream: false, cancellationToken);
        if (read == 0) return false;
        if (read < HeaderSize) throw new EndOfStreamException($"The output ended after {read} bytes of a frame's header.");
        remaining = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4));
        if (header[0] == SystemError)
            throw new IOException($"The Docker engine broke off: {await ReadErrorAsync(cancellationToken)}");
        target = (TargetStream)header[0];
        if (!Enum.IsDefined(target))
        {
            throw new IOException(
                $"The output is not framed: a frame begins with {header[0]}. Has the container a terminal? Then say tty: true.");
        }

        return true;
    }

    async Task<string> ReadErrorAsync(CancellationToken cancellationToken)
    {
        var message = new byte[Math.Min(remaining, BufferSize)];
        var read = await stream.ReadAtLeastAsync(message, message.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(message, 0, read);
    }
}

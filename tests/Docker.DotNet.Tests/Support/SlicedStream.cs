namespace Docker.DotNet.Tests.Support;

/// <summary>Bytes that arrive in slices: no read returns bytes of two of them.</summary>
internal sealed class SlicedStream(IEnumerable<byte[]> slices) : Stream
{
    Queue<byte[]> slices = new(slices.Where(slice => slice.Length > 0));

    public bool Disposed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (!slices.TryDequeue(out var slice)) return 0;
        var taken = Math.Min(count, slice.Length);
        slice.AsSpan(0, taken).CopyTo(buffer.AsSpan(offset));
        if (taken < slice.Length) slices = new([slice[taken..], .. slices]);
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        Disposed = true;
        base.Dispose(disposing);
    }
}

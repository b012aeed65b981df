using System.Runtime.InteropServices;

namespace Benchmarks.Servers;

/// <summary>Linux epoll, level-triggered, for reading: it answers within microseconds when asked without a wait.</summary>
internal sealed partial class Epoll : IDisposable
{
    const int Add = 1;
    const uint Readable = 1;
    const int MostEvents = 256;

    // The struct is packed on x64 alone.
    static readonly int EventSize = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;
    static readonly int DataOffset = EventSize - 8;

    readonly int handle = Create(0);
    readonly byte[] events = new byte[MostEvents * 16];

    public void Watch(int file)
    {
        Span<byte> what = stackalloc byte[16];
        MemoryMarshal.Write(what, Readable);
        MemoryMarshal.Write(what[DataOffset..], (long)file);
        if (Control(handle, Add, file, ref what[0]) != 0) throw new InvalidOperationException("epoll_ctl failed.");
    }

    /// <summary>Those that can be read from, at most 256; the array is used again.</summary>
    /// <param name="millis">How long to wait for the first; 0: not at all.</param>
    /// <param name="ready">Gets their handles.</param>
    public int Wait(int millis, Span<int> ready)
    {
        var count = Math.Max(0, Wait(handle, ref events[0], Math.Min(MostEvents, ready.Length), millis));
        for (var i = 0; i < count; i++)
            ready[i] = (int)MemoryMarshal.Read<long>(events.AsSpan(i * EventSize + DataOffset));
        return count;
    }

    public void Dispose() => _ = Close(handle);

    [LibraryImport("libc", EntryPoint = "epoll_create1")]
    private static partial int Create(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl")]
    private static partial int Control(int epoll, int operation, int file, ref byte what);

    [LibraryImport("libc", EntryPoint = "epoll_wait")]
    private static partial int Wait(int epoll, ref byte events, int most, int millis);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}

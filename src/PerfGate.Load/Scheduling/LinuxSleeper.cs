using System.ComponentModel;
using System.Runtime.InteropServices;

namespace PerfGate.Load.Scheduling;

/// <summary>
/// Sleeps on a kernel timer of high resolution (ppoll, nanoseconds) with an event to be woken by. The thread's timer slack, 50 us
/// as a rule, is set to the least there is.
/// </summary>
internal sealed class LinuxSleeper : Sleeper
{
    const int SetTimerSlack = 29;
    const int NonBlocking = 0x800;
    const int CloseOnExec = 0x80000;
    const long LongestSleep = 3_600_000_000L;

    // Wakes by whoever holds it, and is closed by the thread that sleeps; a handle knows when it may close.
    readonly SleeperHandle handle;

    public LinuxSleeper()
    {
        var descriptor = EventFd(0, NonBlocking | CloseOnExec);
        if (descriptor < 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
        handle = new SleeperHandle(descriptor);
    }

    public override void Prepare() => _ = Control(SetTimerSlack, 1, 0, 0, 0);

    public override void Sleep(long micros)
    {
        var (seconds, rest) = Math.DivRem(Math.Min(micros, LongestSleep), 1_000_000);
        var time = new KernelTime { Seconds = (nint)seconds, Nanos = (nint)(rest * 1000) };
        var poll = new PollDescriptor { Descriptor = (int)handle.DangerousGetHandle(), Events = 1 };
        if (Poll(ref poll, 1, in time, 0) > 0) _ = Read(handle, out _, sizeof(ulong));
    }

    public override void Wake()
    {
        try
        {
            _ = Write(handle, 1UL, sizeof(ulong));
        }
        catch (ObjectDisposedException)
        {
            // The thread has left; there is nobody to wake.
        }
    }

    public override void Dispose() => handle.Dispose();

    [DllImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    static extern int EventFd(uint initial, int flags);

    [DllImport("libc", EntryPoint = "ppoll")]
    static extern int Poll(ref PollDescriptor descriptors, nuint count, in KernelTime time, nint signals);

    [DllImport("libc", EntryPoint = "prctl")]
    static extern int Control(int option, nuint value, nuint b, nuint c, nuint d);

    [DllImport("libc", EntryPoint = "read")]
    static extern nint Read(SleeperHandle handle, out ulong value, nint size);

    [DllImport("libc", EntryPoint = "write")]
    static extern nint Write(SleeperHandle handle, in ulong value, nint size);

    struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }

    struct KernelTime
    {
        public nint Seconds;
        public nint Nanos;
    }

    sealed class SleeperHandle : SafeHandle
    {
        public SleeperHandle(int descriptor)
            : base(-1, ownsHandle: true) => SetHandle(descriptor);

        public override bool IsInvalid => handle < 0;

        protected override bool ReleaseHandle() => Close((int)handle) == 0;

        [DllImport("libc", EntryPoint = "close")]
        static extern int Close(int descriptor);
    }
}

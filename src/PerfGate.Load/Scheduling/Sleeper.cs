using System.ComponentModel;

namespace PerfGate.Load.Scheduling;

/// <summary>Lets one thread sleep as precisely as the system can, and others wake it.</summary>
internal abstract class Sleeper : IDisposable
{
    public static Sleeper Create()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess) return new PortableSleeper();
        try
        {
            return new LinuxSleeper();
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or Win32Exception)
        {
            // A Linux without the usual C library, or without a descriptor left: less precise, which the schedule lag shows.
            return new PortableSleeper();
        }
    }

    /// <summary>Called once by the thread that is going to sleep.</summary>
    public virtual void Prepare()
    {
    }

    /// <summary>Sleeps for about that long, or until it is woken; at once when it was woken before.</summary>
    /// <param name="micros">More than zero.</param>
    public abstract void Sleep(long micros);

    /// <summary>Ends the sleep that goes on, or the next one.</summary>
    public abstract void Wake();

    public abstract void Dispose();
}

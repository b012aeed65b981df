namespace PerfGate.Load.Scheduling;

/// <summary>Lets one thread sleep as precisely as the system can, and others wake it.</summary>
internal abstract class Sleeper : IDisposable
{
    public static Sleeper Create() => OperatingSystem.IsLinux() && Environment.Is64BitProcess ? new LinuxSleeper() : new PortableSleeper();

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

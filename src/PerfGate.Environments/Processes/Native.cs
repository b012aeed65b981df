using System.Runtime.InteropServices;

namespace PerfGate.Environments.Processes;

/// <summary>The few calls of libc that .NET has no API for.</summary>
internal static partial class Native
{
    public const int SigTerm = 15;
    public const int SigKill = 9;
    public const int SigStop = 19;

    /// <summary>Sends a signal; a process that is already gone is no error.</summary>
    public static void Signal(int pid, int signal) => _ = Kill(pid, signal);

    /// <summary>
    /// CPU time of a process from the scheduler's own accounting: nanoseconds, all threads, those that have ended included.
    /// Null when the process is gone or the clock cannot be read. 64-bit Linux only.
    /// </summary>
    public static double? CpuSeconds(int pid)
    {
        // clock_getcpuclockid(3): the complement of the pid, shifted over three bits that say "whole process" and "scheduler".
        var clock = (~pid << 3) | 2;
        return GetTime(clock, out var time) == 0 ? time.Seconds + time.Nanoseconds / 1e9 : null;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int pid, int signal);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}

using System.Diagnostics;

namespace ReferenceSystem.Faults;

/// <summary>
/// Spins for a share of the time that the request has spent on a thread, just before its answer starts, so that both
/// the CPU time and the response time grow by that share of the request's own work and of nothing else.
/// </summary>
internal sealed class CpuFault(double percent) : IFault
{
    public ValueTask<bool> ApplyAsync(HttpContext context)
    {
        var work = WorkClock.Start();
        context.Response.OnStarting(
            _ =>
            {
                Spin(TimeSpan.FromTicks((long)(work.Elapsed.Ticks * percent / 100)));
                return Task.CompletedTask;
            },
            this);
        return ValueTask.FromResult(true);
    }

    static void Spin(TimeSpan duration)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            Thread.SpinWait(20);
        }
    }
}

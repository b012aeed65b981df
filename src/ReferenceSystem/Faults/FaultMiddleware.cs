namespace ReferenceSystem.Faults;

internal static class FaultMiddleware
{
    /// <summary>Puts the faults that are switched on in front of what follows; nothing at all when none is.</summary>
    public static void UseFaults(this WebApplication app, FaultSwitches switches)
    {
        IFault[] faults = [.. SwitchedOn(switches, app.Services.GetRequiredService<TimeProvider>())];
        if (switches.Describe() is { Length: > 0 } description)
        {
            app.Logger.LogWarning("Faults are switched on: {Faults}", description);
        }

        if (faults.Length > 0)
        {
            app.Use(next => context => ApplyAsync(faults, next, context));
        }
    }

    static async Task ApplyAsync(IFault[] faults, RequestDelegate next, HttpContext context)
    {
        foreach (var fault in faults)
        {
            if (!await fault.ApplyAsync(context))
            {
                return;
            }
        }

        await next(context);
    }

    static IEnumerable<IFault> SwitchedOn(FaultSwitches switches, TimeProvider clock)
    {
        if (switches.ExitAfterRequests > 0)
        {
            yield return new ExitFault(switches.ExitAfterRequests);
        }

        if (switches.AllocationKilobytes > 0)
        {
            yield return new AllocationFault(switches.AllocationKilobytes);
        }

        if (switches.LeakKilobytes > 0)
        {
            yield return new LeakFault(switches.LeakKilobytes);
        }

        if (switches.LockMilliseconds > 0)
        {
            yield return new LockFault(TimeSpan.FromMilliseconds(switches.LockMilliseconds), clock);
        }

        if (switches.SlowTailPercent > 0)
        {
            yield return new SlowTailFault(
                switches.SlowTailPercent,
                TimeSpan.FromMilliseconds(switches.SlowTailMilliseconds),
                clock);
        }

        if (switches.ErrorPercent > 0)
        {
            yield return new ErrorFault(switches.ErrorPercent);
        }

        // Last, so that it measures the request's own work and not that of the other faults.
        if (switches.CpuPercent > 0)
        {
            yield return new CpuFault(switches.CpuPercent);
        }
    }
}

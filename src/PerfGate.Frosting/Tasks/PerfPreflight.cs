using Cake.Frosting;
using PerfGate.Gate.Paired;

namespace PerfGate.Frosting.Tasks;

/// <summary>Checks that a run can succeed, before anything starts.</summary>
[TaskName("PerfPreflight")]
[TaskDescription("Checks that a run can succeed: settings, tools, disk, memory, ports, a quiet machine.")]
public sealed class PerfPreflight : AsyncFrostingTask<PerfContext>
{
    /// <inheritdoc />
    public override async Task RunAsync(PerfContext context)
    {
        if (context.Settings.Paired is { } paired) await PairedRun.RequireAsync(context.Settings.Plan.Root, paired, TimeProvider.System, context.Cancellation);
        await context.Session.RunOf(context).PreflightAsync(context.Cancellation);
    }
}

using Cake.Frosting;

namespace PerfGate.Frosting.Tasks;

/// <summary>Checks that a run can succeed, before anything starts.</summary>
[TaskName("PerfPreflight")]
[TaskDescription("Checks that a run can succeed: settings, tools, disk, memory, ports, a quiet machine.")]
public sealed class PerfPreflight : AsyncFrostingTask<PerfContext>
{
    /// <inheritdoc />
    public override Task RunAsync(PerfContext context) =>
        context.Session.RunOf(context).PreflightAsync(context.Cancellation);
}

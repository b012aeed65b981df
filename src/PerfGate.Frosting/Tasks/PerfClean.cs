using Cake.Frosting;
using PerfGate.Environments.Leftovers;
using PerfGate.Gate.Paired;

namespace PerfGate.Frosting.Tasks;

/// <summary>Removes what killed runs of this checkout left behind.</summary>
[TaskName("PerfClean")]
[TaskDescription("Removes processes, containers, networks, volumes and data that killed runs of this checkout left, and nothing else.")]
public sealed class PerfClean : AsyncFrostingTask<PerfContext>
{
    /// <inheritdoc />
    public override async Task RunAsync(PerfContext context)
    {
        var plan = context.Settings.Plan;
        var removed = await new LeftoverSearch(plan.Root, plan.Artifacts, TimeProvider.System).RemoveAsync(context.Cancellation);
        var worktrees = await PairedRun.SweepAsync(plan.Root, plan.Artifacts, TimeProvider.System, context.Cancellation);
        foreach (var item in removed.Items) Console.WriteLine($"removed {item}");
        foreach (var worktree in worktrees) Console.WriteLine($"removed the worktrees in {worktree}");
        foreach (var note in removed.Notes) Console.WriteLine($"! {note}");
        if (removed.Items.Count + worktrees.Count == 0) Console.WriteLine("Nothing was left behind.");
    }
}

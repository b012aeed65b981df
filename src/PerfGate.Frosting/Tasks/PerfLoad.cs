using Cake.Frosting;
using PerfGate.Frosting.Progress;

namespace PerfGate.Frosting.Tasks;

/// <summary>Runs the profile and writes run.json.</summary>
[TaskName("PerfLoad")]
[TaskDescription("Runs the profile with realistic users and writes what was measured to run.json.")]
[IsDependentOn(typeof(PerfMigrate))]
public sealed class PerfLoad : AsyncFrostingTask<PerfContext>
{
    /// <inheritdoc />
    public override async Task RunAsync(PerfContext context)
    {
        await using var progress = LiveProgress.Create();
        await context.Session.RunOf(context).LoadAsync(progress, context.Cancellation);
    }
}

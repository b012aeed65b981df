using Cake.Frosting;

namespace PerfGate.Frosting.Tasks;

/// <summary>Applies the migrations, proves that none is pending, and brings the system up on top of them.</summary>
[TaskName("PerfMigrate")]
[TaskDescription("Applies the migrations, proves that none is pending, and starts the system until it is ready.")]
[IsDependentOn(typeof(PerfUp))]
public sealed class PerfMigrate : AsyncFrostingTask<PerfContext>
{
    /// <inheritdoc />
    public override Task RunAsync(PerfContext context) =>
        context.Session.RunOf(context).MigrateAsync(context.Cancellation);
}

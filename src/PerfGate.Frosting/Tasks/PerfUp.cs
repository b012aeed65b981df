using Cake.Frosting;

namespace PerfGate.Frosting.Tasks;

/// <summary>Builds the system under test and brings its stores up.</summary>
[TaskName("PerfUp")]
[TaskDescription("Builds the system under test and brings its stores up.")]
[IsDependentOn(typeof(PerfPreflight))]
public sealed class PerfUp : AsyncFrostingTask<PerfContext>
{
    /// <inheritdoc />
    public override Task RunAsync(PerfContext context) =>
        context.Session.RunOf(context).UpAsync(context.Cancellation);
}

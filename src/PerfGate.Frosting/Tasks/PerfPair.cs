using Cake.Frosting;

namespace PerfGate.Frosting.Tasks;

/// <summary>Runs the system side by side with an earlier commit of it, where one is named or the run looks worse than its baseline.</summary>
[TaskName("PerfPair")]
[TaskDescription("Builds the commit of --against too, runs both side by side in random order, and writes paired.json.")]
[IsDependentOn(typeof(PerfLoad))]
public sealed class PerfPair : AsyncFrostingTask<PerfContext>
{
    /// <inheritdoc />
    public override Task RunAsync(PerfContext context) => context.Session.PairAsync(context.Settings);
}

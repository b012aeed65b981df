using Cake.Frosting;

namespace PerfGate.Frosting.Tasks;

/// <summary>Makes a run the baseline that later ones are compared with.</summary>
[TaskName("PerfBaseline")]
[TaskDescription("Makes the newest run (or --from) the baseline of its fingerprint.")]
public sealed class PerfBaseline : AsyncFrostingTask<PerfContext>
{
    /// <inheritdoc />
    public override async Task RunAsync(PerfContext context)
    {
        var folder = context.Session.FolderOf(context.Settings);
        var file = await context.Session.Judgement(context.Settings).MakeBaseline(folder, context.Cancellation);
        Console.WriteLine($"Run {folder.RunId} is the baseline now: {file}\nCommit it, so that the next pull request is compared with it.");
    }
}

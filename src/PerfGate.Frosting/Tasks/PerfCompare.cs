using Cake.Frosting;

namespace PerfGate.Frosting.Tasks;

/// <summary>Judges the run against the suite's targets and its baseline, and writes result.json.</summary>
[TaskName("PerfCompare")]
[TaskDescription("Judges the newest run (or --from) against targets and baseline and writes result.json.")]
public sealed class PerfCompare : FrostingTask<PerfContext>
{
    /// <inheritdoc />
    public override void Run(PerfContext context)
    {
        var judged = context.Session.Judgement(context.Settings).Decide(context.Session.FolderOf(context.Settings));
        Console.WriteLine(judged.Result.Headline);
    }
}

using Cake.Frosting;

namespace PerfGate.Frosting.Tasks;

/// <summary>The gate: measures, decides, reports, and fails when it has to.</summary>
[TaskName("Perf")]
[TaskDescription("Measures the suite, compares it with its baseline, reports, and fails on a regression or a missed critical target.")]
[IsDependentOn(typeof(PerfPreflight))]
[IsDependentOn(typeof(PerfUp))]
[IsDependentOn(typeof(PerfMigrate))]
[IsDependentOn(typeof(PerfLoad))]
[IsDependentOn(typeof(PerfPair))]
[IsDependentOn(typeof(PerfCompare))]
[IsDependentOn(typeof(PerfReport))]
[IsDependentOn(typeof(PerfPublish))]
public sealed class Perf : FrostingTask<PerfContext>
{
    /// <inheritdoc />
    public override void Run(PerfContext context)
    {
        var judged = context.Session.Judgement(context.Settings).Read(context.Session.FolderOf(context.Settings));
        context.Session.Conclude(judged.Result);
    }
}

using Cake.Frosting;
using PerfGate.Frosting.Hosting;

namespace PerfGate.Frosting.Tasks;

/// <summary>Asks whether a version may be released: every load of the set, and shown to be as fast as the last release.</summary>
[TaskName("PerfSignOff")]
[TaskDescription("Release sign-off: runs the set of profiles (--profiles), demands that --against=RELEASE is equalled, and writes signoff.json and signoff.md.")]
public sealed class PerfSignOff : AsyncFrostingTask<PerfContext>
{
    /// <inheritdoc />
    public override async Task RunAsync(PerfContext context)
    {
        await using var signOff = context.Session.SignOff = new SignOffRun(context.Settings, PerfSession.Judging(context.Settings), Console.Out);
        var record = await signOff.RunAsync(context.Cancellation);
        context.Session.Conclude(record);
    }
}

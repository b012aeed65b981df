using Cake.Core;
using Cake.Frosting;

namespace PerfGate.Frosting.Hosting;

/// <summary>Reads the settings before the first task, and takes the environment down after the last one, whatever happened.</summary>
public sealed class PerfLifetime : FrostingLifetime<PerfContext>
{
    /// <inheritdoc />
    public override void Setup(PerfContext context, ISetupContext info)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(info);
        context.Session.Begin(context);
        if (info.TargetTask.Name.StartsWith("Perf", StringComparison.OrdinalIgnoreCase)) _ = context.Settings;
    }

    /// <inheritdoc />
    public override void Teardown(PerfContext context, ITeardownContext info)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(info);
        context.Session.Problem = info.ThrownException?.Message;
        context.Session.TearDownAsync().GetAwaiter().GetResult();
    }
}

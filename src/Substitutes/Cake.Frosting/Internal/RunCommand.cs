using Spectre.Console.Cli;

namespace Cake.Frosting.Internal;

/// <summary>The only command of the command line.</summary>
internal sealed class RunCommand(Build build) : Command<RunSettings>
{
    public override int Execute(CommandContext context, RunSettings settings, CancellationToken cancellationToken) =>
        build.Run(settings, context.Remaining);
}

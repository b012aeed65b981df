namespace Cake.Frosting.Tests.Support;

/// <summary>A task that notes its class name.</summary>
internal abstract class JournalTask : FrostingTask<JournalContext>
{
    public override void Run(JournalContext context) => context.Note(GetType().Name);
}

namespace Cake.Frosting.Tests.Support;

/// <summary>A task that notes its class name and fails.</summary>
internal abstract class FailingTask : FrostingTask<JournalContext>
{
    public override void Run(JournalContext context)
    {
        context.Note(GetType().Name);
        throw new InvalidOperationException("The pipe broke.");
    }
}

using Cake.Core;

namespace Cake.Frosting.Tests.Support;

internal sealed class JournalLifetime : FrostingLifetime<JournalContext>
{
    public override void Setup(JournalContext context, ISetupContext info) =>
        context.Note($"setup {info.TargetTask.Name}: {string.Join(", ", info.TasksToExecute.Select(task => task.Name))}");

    public override void Teardown(JournalContext context, ITeardownContext info) =>
        context.Note(info.Successful ? "teardown, successful" : $"teardown, failed: {info.ThrownException.Message}");
}

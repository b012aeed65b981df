namespace PerfGate.Load;

/// <summary>A <see cref="UserTaskAttribute"/> method as the engine runs it: a delegate, not reflection.</summary>
internal sealed record CompiledTask(
    string Name, int Weight, IReadOnlyList<string> Tags, Func<VirtualUser, UserContext, ValueTask> Run);

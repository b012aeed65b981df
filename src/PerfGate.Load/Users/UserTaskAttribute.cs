namespace PerfGate.Load;

/// <summary>
/// Marks a method <c>Task M(UserContext user)</c> of a <see cref="VirtualUser"/> as something that the user does; it may
/// return a <see cref="ValueTask"/> instead. It must not block its thread, which serves other users meanwhile: await instead.
/// After each task the next one is picked at random, in proportion to the weights, whatever the user did before. The picks of
/// different users are made together, so that a few users come out near the weights soon.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UserTaskAttribute : Attribute
{
    /// <summary>How often the task is picked, relative to the user's other tasks; at least 1.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>What reports call the task; the method's name when absent.</summary>
    public string? Name { get; init; }

    /// <summary>Words by which a <see cref="TagFilter"/> takes the task in or leaves it out.</summary>
    public string[] Tags { get; init; } = [];
}

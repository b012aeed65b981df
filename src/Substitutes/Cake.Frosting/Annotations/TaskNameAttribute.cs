namespace Cake.Frosting;

/// <summary>The name by which a task is asked for with <c>--target</c>. Without it, a task is named like its class.</summary>
/// <param name="name">The name; compared without regard to case.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TaskNameAttribute(string name) : Attribute
{
    /// <summary>The task's name.</summary>
    public string Name { get; } = name;
}

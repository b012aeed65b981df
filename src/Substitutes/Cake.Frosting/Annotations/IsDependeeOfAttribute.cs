namespace Cake.Frosting;

/// <summary>Runs this task before another one, as if that one said <see cref="IsDependentOnAttribute"/>.</summary>
/// <param name="type">The other task's class, an <see cref="IFrostingTask"/>; anything else fails every build.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependeeOfAttribute(Type type) : Attribute
{
    /// <summary>The class of the task that runs later.</summary>
    public Type Task { get; } = type;
}

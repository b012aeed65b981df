namespace Cake.Frosting;

/// <summary>Runs another task before this one.</summary>
/// <param name="type">The other task's class, an <see cref="IFrostingTask"/>; anything else fails every build.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependentOnAttribute(Type type) : Attribute
{
    /// <summary>The class of the task to run first.</summary>
    public Type Task { get; } = type;
}

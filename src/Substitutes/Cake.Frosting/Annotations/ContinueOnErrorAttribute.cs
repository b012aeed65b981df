namespace Cake.Frosting;

/// <summary>Swallows the failure of a task: the build goes on and can still succeed.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ContinueOnErrorAttribute : Attribute;

using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace PerfGate.Load;

/// <summary>
/// One kind of user in a plan: a class deriving from <see cref="VirtualUser"/> and its share of the users. Reflection
/// happens once, here; a run only calls delegates.
/// </summary>
public sealed class UserClass
{
    readonly IReadOnlyList<string> taskProblems;
    readonly Lazy<ObjectFactory> factory;

    UserClass(Type type, int weight, int? fixedCount, IReadOnlyList<CompiledTask> tasks, IReadOnlyList<string> taskProblems)
    {
        Type = type;
        Weight = weight;
        FixedCount = fixedCount;
        Tasks = tasks;
        this.taskProblems = taskProblems;
        factory = new(() => ActivatorUtilities.CreateFactory(type, []));
    }

    /// <summary>What reports call it: the class's name.</summary>
    public string Name => Type.Name;

    /// <summary>The class.</summary>
    public Type Type { get; }

    /// <summary>Its share of the users that are not fixed, relative to the other classes.</summary>
    public int Weight { get; }

    /// <summary>A number of users that it gets before anything is shared out by weight; null: it is shared by weight.</summary>
    public int? FixedCount { get; }

    /// <summary>The names of its tasks, in the order in which they are written.</summary>
    public IReadOnlyList<string> TaskNames => [.. Tasks.Select(t => t.Name)];

    internal IReadOnlyList<CompiledTask> Tasks { get; }

    /// <summary>
    /// A class of users. Whatever is wrong with it is told by <see cref="Problems()"/>, together with everything else.
    /// </summary>
    /// <param name="weight">At least 1.</param>
    /// <param name="fixedCount">At least 1, or null to share by weight.</param>
    public static UserClass Of<TUser>(int weight = 1, int? fixedCount = null)
        where TUser : VirtualUser
    {
        var (tasks, problems) = TaskReader.Read<TUser>();
        return new UserClass(typeof(TUser), weight, fixedCount, tasks, problems);
    }

    /// <summary>Everything that keeps it from running, in sentences; empty when it is fine.</summary>
    public IEnumerable<string> Problems()
    {
        if (Weight < 1)
            yield return $"{Name} has weight {Weight}; a user class's weight is at least 1 (where the suite adds {Name}).";
        if (FixedCount < 1)
            yield return $"{Name} has the fixed count {FixedCount}; a fixed count is at least 1 (where the suite adds {Name}).";
        if (Type.IsAbstract)
            yield return $"{Name} is abstract, so no user of it can be made; add a class that derives from it.";
        foreach (var problem in taskProblems)
            yield return problem;
        if (Tasks.Count == 0 && taskProblems.Count == 0)
            yield return $"{Name} has no task; mark at least one method 'Task M(UserContext user)' with [UserTask].";
    }

    /// <summary>What keeps users of it from being made with these services.</summary>
    internal IEnumerable<string> Problems(IServiceProvider? services)
    {
        if (Type.IsAbstract) yield break;
        var known = services?.GetService<IServiceProviderIsService>();
        if (services is not null && known is null) yield break;
        var missing = Type.GetConstructors().Select(c => Missing(c, known)).ToList();
        if (missing.Count == 0)
            yield return $"{Name} has no public constructor.";
        else if (missing.TrueForAll(m => m.Length > 0))
            yield return $"{Name} cannot be made: its constructor asks for {missing[0]}, which the plan's Services do not have.";
    }

    internal VirtualUser Create(IServiceProvider services) => (VirtualUser)factory.Value(services, []);

    static string Missing(ConstructorInfo constructor, IServiceProviderIsService? known) =>
        string.Join(", ", constructor.GetParameters()
            .Where(p => !p.HasDefaultValue && known?.IsService(p.ParameterType) != true)
            .Select(p => p.ParameterType.Name));
}

using System.Reflection;

namespace PerfGate.Load;

/// <summary>Reads the tasks of a user class by reflection, once, and says what is wrong with them.</summary>
internal static class TaskReader
{
    const BindingFlags Everything =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static (IReadOnlyList<CompiledTask> Tasks, IReadOnlyList<string> Problems) Read<TUser>()
        where TUser : VirtualUser
    {
        var tasks = new List<CompiledTask>();
        var problems = new List<string>();
        foreach (var (method, attribute) in Marked(typeof(TUser)))
        {
            var place = $"{typeof(TUser).Name}.{method.Name}";
            var name = attribute.Name ?? method.Name;
            if (Compile<TUser>(method) is not { } run)
                problems.Add($"{place} is marked [UserTask] but is not an instance method 'Task {method.Name}(UserContext user)' "
                    + "(or ValueTask).");
            else if (attribute.Weight < 1)
                problems.Add($"{place} has weight {attribute.Weight}; a task's weight is at least 1 (its [UserTask] attribute).");
            else if (string.IsNullOrWhiteSpace(name))
                problems.Add($"{place} has an empty name (its [UserTask] attribute).");
            else if (tasks.Exists(t => t.Name == name))
                problems.Add($"{place} has the name '{name}', which another task of {typeof(TUser).Name} has too.");
            else
                tasks.Add(new CompiledTask(name, attribute.Weight, [.. attribute.Tags], run));
        }

        return (tasks, problems);
    }

    // Base classes first, then in the order written, so that a seed picks the same tasks in every build. An overridden
    // method counts once, as its most derived form.
    static IEnumerable<(MethodInfo Method, UserTaskAttribute Attribute)> Marked(Type type)
    {
        var lineage = new Stack<Type>();
        for (var t = type; t is not null && t != typeof(VirtualUser); t = t.BaseType) lineage.Push(t);
        return lineage
            .SelectMany(t => t.GetMethods(Everything).OrderBy(m => m.MetadataToken))
            .Select(m => (Method: m, Attribute: m.GetCustomAttribute<UserTaskAttribute>(inherit: false)))
            .Where(m => m.Attribute is not null)
            .Select(m => (m.Method, m.Attribute!))
            .GroupBy(m => m.Method.GetBaseDefinition())
            .Select(g => g.Last());
    }

    static Func<VirtualUser, UserContext, ValueTask>? Compile<TUser>(MethodInfo method)
        where TUser : VirtualUser
    {
        var fits = !method.IsStatic && !method.IsAbstract && !method.ContainsGenericParameters
            && (method.ReturnType.IsAssignableTo(typeof(Task)) || method.ReturnType == typeof(ValueTask))
            && method.GetParameters() is [{ ParameterType: var parameter }] && parameter == typeof(UserContext);
        if (!fits) return null;
        if (method.ReturnType == typeof(ValueTask))
        {
            var lean = method.CreateDelegate<Func<TUser, UserContext, ValueTask>>();
            return (user, context) => lean((TUser)user, context);
        }

        var run = method.CreateDelegate<Func<TUser, UserContext, Task>>();
        return (user, context) => new ValueTask(run((TUser)user, context));
    }
}

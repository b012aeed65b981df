using System.Reflection;
using Cake.Core;
using Cake.Core.Scripting;

namespace Cake.Frosting.Internal;

/// <summary>Says to the engine, in its own words, what task classes say with attributes and overrides.</summary>
internal static class ScriptHostExtensions
{
    public static void AddLifetime(this ScriptHost host, IFrostingSetup? setup, IFrostingTeardown? teardown)
    {
        if (setup is not null) host.Setup(info => setup.Setup(host.Context, info));
        if (teardown is not null) host.Teardown(info => teardown.Teardown(host.Context, info));
    }

    public static void AddTasks(this ScriptHost host, IEnumerable<IFrostingTask> tasks)
    {
        foreach (var task in tasks) host.AddTask(task);
    }

    static void AddTask(this ScriptHost host, IFrostingTask task)
    {
        var type = task.GetType();
        var builder = host.Task(NameOf(type))
            .WithCriteria(task.ShouldRun, task.SkippedMessage)
            .Does(task.RunAsync);
        if (type.GetCustomAttribute<TaskDescriptionAttribute>() is { } text) builder.Description(text.Description);
        foreach (var other in type.GetCustomAttributes<IsDependentOnAttribute>()) builder.IsDependentOn(NameOfOther(other.Task));
        foreach (var other in type.GetCustomAttributes<IsDependeeOfAttribute>()) builder.IsDependeeOf(NameOfOther(other.Task));
        if (type.IsDefined(typeof(ContinueOnErrorAttribute), inherit: false)) builder.ContinueOnError();
        // The engine takes a failure for handled as soon as a handler exists, so only one that was written is given.
        if (Overrides(type, nameof(IFrostingTask.OnError))) builder.OnError((error, context) => task.OnError(error, context));
        if (Overrides(type, nameof(IFrostingTask.Finally))) builder.Finally(context => task.Finally(context));
    }

    static string NameOf(Type task) => task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name;

    static string NameOfOther(Type type) =>
        type.IsAssignableTo(typeof(IFrostingTask))
            ? NameOf(type)
            : throw new CakeException($"The dependency '{type.Name}' is not a valid task.");

    static bool Overrides(Type type, string method) => type
        .GetMethods(BindingFlags.Instance | BindingFlags.Public)
        .Any(m => m.Name == method && m.GetBaseDefinition().DeclaringType != m.DeclaringType);
}

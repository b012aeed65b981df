using System.Reflection;
using Cake.Cli;
using Cake.Core.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Internal;

internal static class ServiceCollectionExtensions
{
    public static void AddCakeEngine(this IServiceCollection services) => services
        .UseModule<CoreModule>()
        .AddCakeDiagnostics()
        .AddSingleton<IVersionResolver, VersionResolver>()
        .AddSingleton<ICakeVersionFeature, VersionFeature>()
        .AddSingleton<IFrostingContext, FrostingContext>();

    public static void AddTasksOf(this IServiceCollection services, IEnumerable<Assembly> assemblies)
    {
        foreach (var task in assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Where(IsTask))
            services.AddSingleton(typeof(IFrostingTask), task);
    }

    static bool IsTask(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
        && type.IsAssignableTo(typeof(IFrostingTask));
}

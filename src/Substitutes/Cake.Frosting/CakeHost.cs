using System.Reflection;
using Cake.Cli;
using Cake.Frosting.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Spectre.Console.Cli;

namespace Cake.Frosting;

/// <summary>
/// Runs a build: finds the public tasks of the entry assembly (and of those added), reads the command line and hands both
/// to the Cake engine.
/// </summary>
public sealed class CakeHost
{
    readonly ServiceCollection services = [];
    readonly List<Assembly> assemblies = [];

    /// <summary>A host that knows the tasks of the entry assembly.</summary>
    public CakeHost()
    {
        if (Assembly.GetEntryAssembly() is { } entry) assemblies.Add(entry);
        services.AddCakeEngine();
    }

    /// <summary>
    /// Takes the public tasks of one more assembly. The entry assembly is known already: adding it again doubles its tasks.
    /// </summary>
    public CakeHost AddAssembly(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        assemblies.Add(assembly);
        return this;
    }

    /// <summary>Adds services that contexts, lifetimes and tasks take by constructor; the last registration wins.</summary>
    public CakeHost ConfigureServices(Action<IServiceCollection> services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services(this.services);
        return this;
    }

    /// <summary>Runs the build that the arguments ask for. Errors are printed, never thrown.</summary>
    /// <param name="args">The command line, see <c>--help</c>. The target is <c>Default</c> unless one is named.</param>
    /// <returns>0 when every task succeeded, -1 when anything failed, whatever it was.</returns>
    public int Run(IEnumerable<string> args)
    {
        var forThisRun = new ServiceCollection().Add(services);
        forThisRun.AddTasksOf(assemblies);
        var app = new CommandApp<RunCommand>(new TypeRegistrar(new ServiceCollection().AddSingleton(new Build(forThisRun))));
        app.Configure(config =>
        {
            config.AddExample();
            config.AddExample("--verbosity", "quiet");
            config.AddExample("--tree");
        });
        return app.Run(args);
    }
}

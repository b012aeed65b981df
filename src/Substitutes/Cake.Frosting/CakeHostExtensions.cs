using Cake.Core.IO;
using Cake.Frosting.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>What a <see cref="CakeHost"/> is told about the build.</summary>
public static class CakeHostExtensions
{
    /// <summary>Gives tasks and lifetimes a context of this type; without it they get a <see cref="FrostingContext"/>.</summary>
    public static CakeHost UseContext<TContext>(this CakeHost host)
        where TContext : class, IFrostingContext =>
        Configure(host, services => services.AddSingleton<IFrostingContext, TContext>());

    /// <summary>Runs this before the first task and after the last.</summary>
    public static CakeHost UseLifetime<TLifetime>(this CakeHost host)
        where TLifetime : class, IFrostingLifetime =>
        Configure(host, services => services
            .AddSingleton<TLifetime>()
            .AddSingleton<IFrostingSetup>(provider => provider.GetRequiredService<TLifetime>())
            .AddSingleton<IFrostingTeardown>(provider => provider.GetRequiredService<TLifetime>()));

    /// <summary>Works in this folder unless the command line names another with <c>--working</c>.</summary>
    /// <param name="host">The host.</param>
    /// <param name="path">Absolute, or relative to the folder that the build was started in.</param>
    public static CakeHost UseWorkingDirectory(this CakeHost host, DirectoryPath path) =>
        Configure(host, services => services.AddSingleton(new WorkingDirectory(path)));

    static CakeHost Configure(CakeHost host, Action<IServiceCollection> services)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.ConfigureServices(services);
    }
}

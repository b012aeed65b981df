using Cake.Cli;
using Cake.Cli.Infrastructure;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Scripting;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting.Internal;

/// <summary>One build: puts the services together once the command line is known, and lets the right host of Cake run.</summary>
internal sealed class Build(IServiceCollection services)
{
    const int Failed = -1;

    public int Run(RunSettings settings, IRemainingArguments remaining)
    {
        var arguments = remaining.ToCakeArguments(settings.Targets);
        services.AddSingleton<ICakeArguments>(arguments);
        services.AddSingleton(provider => Configuration(provider, arguments));
        using var provider = services.BuildServiceProvider();
        var log = provider.GetRequiredService<ICakeLog>();
        log.Verbosity = settings.Verbosity;
        try
        {
            Run(settings, provider);
            return 0;
        }
#pragma warning disable CA1031 // The one place where a build's failure, whatever it is, becomes a message and an exit code.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            ExceptionLogger.LogException(log, exception);
            return Failed;
        }
    }

    static void Run(RunSettings settings, IServiceProvider provider)
    {
        if (settings.Version)
        {
            provider.GetRequiredService<ICakeVersionFeature>().Run(provider.GetRequiredService<IConsole>());
            return;
        }

        EnterWorkingDirectory(settings, provider);
        var host = CreateHost(settings, provider);
        host.AddTasks(provider.GetServices<IFrostingTask>());
        host.AddLifetime(provider.GetService<IFrostingSetup>(), provider.GetService<IFrostingTeardown>());
        if (settings.Exclusive) host.Settings.UseExclusiveTarget();
        host.RunTargets(settings.Targets);
    }

    static void EnterWorkingDirectory(RunSettings settings, IServiceProvider provider)
    {
        if ((settings.WorkingDirectory ?? provider.GetService<WorkingDirectory>()?.Path) is not { } folder) return;
        var environment = provider.GetRequiredService<ICakeEnvironment>();
        folder = folder.MakeAbsolute(environment);
        if (!provider.GetRequiredService<IFileSystem>().Exist(folder))
            throw new CakeException($"The working directory '{folder}' does not exist.");
        environment.WorkingDirectory = folder;
    }

    static ScriptHost CreateHost(RunSettings settings, IServiceProvider provider)
    {
        var context = provider.GetRequiredService<IFrostingContext>();
        return settings switch
        {
            { Description: true } => ActivatorUtilities.CreateInstance<DescriptionScriptHost>(provider, context),
            { Tree: true } => ActivatorUtilities.CreateInstance<TreeScriptHost>(provider, context),
            { DryRun: true } => ActivatorUtilities.CreateInstance<DryRunScriptHost<IFrostingContext>>(provider, context),
            _ => ActivatorUtilities.CreateInstance<BuildScriptHost<IFrostingContext>>(provider, context),
        };
    }

    static ICakeConfiguration Configuration(IServiceProvider provider, CakeArguments arguments)
    {
        var environment = provider.GetRequiredService<ICakeEnvironment>();
        return new CakeConfigurationProvider(provider.GetRequiredService<IFileSystem>(), environment).CreateConfiguration(
            environment.WorkingDirectory,
            arguments.GetArguments().ToDictionary(pair => pair.Key, pair => pair.Value.FirstOrDefault() ?? ""));
    }
}

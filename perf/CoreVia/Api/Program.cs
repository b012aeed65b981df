using CoreVia.Api;
using CoreVia.Api.Data;
using CoreVia.Api.Settings;

var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
return args switch
{
    ["migrate", .. var options] => await MigrateCommand.RunAsync(CoreViaDb.Store, options, environment, Console.Out, Console.Error),
    ["seed", .. var options] => await SeedCommand.RunAsync(options, environment, Console.Out, Console.Error),
    _ => await ServeCommand.RunAsync<CoreViaSettings, CoreViaDb>(
        CoreViaSettings.Read,
        settings => settings.Database,
        settings => CoreViaApp.Create(args, settings, TimeProvider.System),
        environment,
        Console.Error),
};

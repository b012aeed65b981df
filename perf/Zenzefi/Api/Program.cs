using Zenzefi.Api;
using Zenzefi.Api.Data;
using Zenzefi.Api.Settings;

var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
return args switch
{
    ["migrate", .. var options] => await MigrateCommand.RunAsync(ZenzefiDb.Store, options, environment, Console.Out, Console.Error),
    ["seed", .. var options] => await SeedCommand.RunAsync(options, environment, Console.Out, Console.Error),
    _ => await ServeCommand.RunAsync<ZenzefiSettings, ZenzefiDb>(
        ZenzefiSettings.Read, settings => settings.Database, settings => ZenzefiApp.Create(args, settings, TimeProvider.System), environment, Console.Error),
};

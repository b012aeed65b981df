using Zenzefi.Api;

var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
return args switch
{
    ["migrate", .. var options] => await MigrateCommand.RunAsync(options, environment, Console.Out, Console.Error),
    ["seed", .. var options] => await SeedCommand.RunAsync(options, environment, Console.Out, Console.Error),
    _ => await ServeCommand.RunAsync(args, environment, Console.Error),
};

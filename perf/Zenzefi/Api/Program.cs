using Zenzefi.Api;

var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
return args is ["migrate", .. var options]
    ? await MigrateCommand.RunAsync(options, environment, Console.Out, Console.Error)
    : await ServeCommand.RunAsync(args, environment, Console.Error);

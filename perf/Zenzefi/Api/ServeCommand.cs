using Microsoft.EntityFrameworkCore;
using Zenzefi.Api.Data;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api;

/// <summary>Runs the server until it is told to stop.</summary>
internal static class ServeCommand
{
    /// <returns>0 after an orderly stop, 1 when it cannot start, 3 when the schema has to be migrated first.</returns>
    public static async Task<int> RunAsync(string[] args, IConfiguration environment, TextWriter errors)
    {
        var reader = new SettingsReader(environment);
        if (ZenzefiSettings.Read(reader) is not { } settings)
        {
            foreach (var problem in reader.Problems)
            {
                await errors.WriteLineAsync(problem);
            }

            return ExitCodes.CannotRun;
        }

        await using var app = ZenzefiApp.Create(args, settings, TimeProvider.System);
        try
        {
            if (await PendingMigrationsAsync(app) is > 0 and var pending)
            {
                await errors.WriteLineAsync(
                    $"The schema of {settings.Database.Shown} is not ready: {pending} migration(s) pending. Apply them with: dotnet Zenzefi.Api.dll migrate");
                return ExitCodes.MigrationsPending;
            }

            await app.StartAsync();
        }
        catch (Exception exception) when (DatabaseFailure.Find(exception) is { } failure)
        {
            await errors.WriteLineAsync(DatabaseFailure.Tell(settings.Database, failure));
            return ExitCodes.CannotRun;
        }
        catch (IOException exception)
        {
            await errors.WriteLineAsync($"Cannot listen: {exception.Message} Choose another address with --urls or ASPNETCORE_URLS.");
            return ExitCodes.CannotRun;
        }

        await app.WaitForShutdownAsync();
        return ExitCodes.Done;
    }

    static async Task<int> PendingMigrationsAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ZenzefiDb>().Database.GetPendingMigrationsAsync()).Count();
    }
}

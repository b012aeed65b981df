using Microsoft.EntityFrameworkCore;
using ReferenceSystem.Data;
using ReferenceSystem.Settings;

namespace ReferenceSystem;

/// <summary>Runs the server until it is told to stop.</summary>
internal static class ServeCommand
{
    /// <summary>Serves, unless a setting is wrong, the store is not ready, or the address is taken: that is told instead.</summary>
    /// <param name="read">Reads the system's settings; null when one cannot be used.</param>
    /// <param name="databaseOf">Where its data is.</param>
    /// <param name="create">Makes the application.</param>
    /// <param name="environment">The settings.</param>
    /// <param name="errors">Takes a line for each problem.</param>
    /// <returns>0 after an orderly stop, 1 when it cannot start, 3 when the schema has to be migrated first.</returns>
    public static async Task<int> RunAsync<TSettings, TDb>(
        Func<SettingsReader, TSettings?> read,
        Func<TSettings, DatabaseSettings> databaseOf,
        Func<TSettings, WebApplication> create,
        IConfiguration environment,
        TextWriter errors)
        where TSettings : class
        where TDb : DbContext
    {
        var reader = new SettingsReader(environment);
        if (read(reader) is not { } settings)
        {
            foreach (var problem in reader.Problems)
            {
                await errors.WriteLineAsync(problem);
            }

            return ExitCodes.CannotRun;
        }

        var database = databaseOf(settings);
        await using var app = create(settings);
        try
        {
            if (await PendingMigrationsAsync<TDb>(app) is > 0 and var pending)
            {
                await errors.WriteLineAsync(
                    $"The schema of {database.Shown} is not ready: {pending} migration(s) pending. Apply them with: dotnet {create.Method.Module.Name} migrate");
                return ExitCodes.MigrationsPending;
            }

            await app.StartAsync();
        }
        catch (Exception exception) when (DatabaseFailure.Find(exception) is { } failure)
        {
            await errors.WriteLineAsync(DatabaseFailure.Tell(database, failure));
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

    static async Task<int> PendingMigrationsAsync<TDb>(WebApplication app)
        where TDb : DbContext
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<TDb>().Database.GetPendingMigrationsAsync()).Count();
    }
}

using Microsoft.EntityFrameworkCore;
using ReferenceSystem.Data;
using ReferenceSystem.Settings;

namespace ReferenceSystem;

/// <summary>What the commands that only need the database have in common.</summary>
internal static class DatabaseCommand
{
    /// <summary>Reads the settings, opens the database, and tells on <paramref name="errors"/> what is wrong with either.</summary>
    /// <param name="store">The system's store.</param>
    /// <param name="environment">The settings.</param>
    /// <param name="errors">Takes a line for each problem.</param>
    /// <param name="prepare">Reads settings of the command's own; what it returns is run once all of them are good.</param>
    /// <returns>What the work returns, or 1 when a setting is wrong or the database cannot be used.</returns>
    public static async Task<int> RunAsync<TDb>(
        SystemStore<TDb> store,
        IConfiguration environment,
        TextWriter errors,
        Func<SettingsReader, Func<TDb, Task<int>>> prepare)
        where TDb : DbContext
    {
        var reader = new SettingsReader(environment);
        var database = DatabaseSettings.Read(reader, store.Application);
        var work = prepare(reader);
        if (database is null || reader.Problems.Count > 0)
        {
            foreach (var problem in reader.Problems)
            {
                await errors.WriteLineAsync(problem);
            }

            return ExitCodes.CannotRun;
        }

        var collection = new ServiceCollection();
        store.Register(collection, database);
        await using var services = collection.BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        try
        {
            return await work(scope.ServiceProvider.GetRequiredService<TDb>());
        }
        catch (Exception exception) when (DatabaseFailure.Find(exception) is { } failure)
        {
            await errors.WriteLineAsync(DatabaseFailure.Tell(database, failure));
            return ExitCodes.CannotRun;
        }
    }
}

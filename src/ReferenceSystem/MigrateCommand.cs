using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ReferenceSystem.Data;

namespace ReferenceSystem;

/// <summary>Brings the schema up to date, or with <c>--check</c> says whether it is. Needs the database's settings only.</summary>
internal static class MigrateCommand
{
    const string CheckOption = "--check";

    /// <summary>Applies what is pending, or counts it.</summary>
    /// <returns>0 when nothing is pending any more, 1 when it cannot be done, 3 when a check found something pending.</returns>
    public static async Task<int> RunAsync<TDb>(SystemStore<TDb> store, string[] options, IConfiguration environment, TextWriter output, TextWriter errors)
        where TDb : DbContext
    {
        if (options is not ([] or [CheckOption]))
        {
            await errors.WriteLineAsync($"migrate does not know '{string.Join(' ', options)}'; its only option is {CheckOption}.");
            return ExitCodes.CannotRun;
        }

        return await DatabaseCommand.RunAsync(
            store,
            environment,
            errors,
            _ => db => options is [CheckOption] ? CheckAsync(db, output) : ApplyAsync(db, output));
    }

    static async Task<int> CheckAsync(DbContext db, TextWriter output)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync()).Count();
        await output.WriteLineAsync($"{pending} pending");
        return pending == 0 ? ExitCodes.Done : ExitCodes.MigrationsPending;
    }

    static async Task<int> ApplyAsync(DbContext db, TextWriter output)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync()).ToList();
        var migrator = db.GetService<IMigrator>();
        foreach (var migration in pending)
        {
            await migrator.MigrateAsync(migration);
            await output.WriteLineAsync($"Applied {migration}");
        }

        await output.WriteLineAsync($"{pending.Count} applied, 0 pending");
        return ExitCodes.Done;
    }
}

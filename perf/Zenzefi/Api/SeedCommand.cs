using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zenzefi.Api.Auth;
using Zenzefi.Api.Data;
using Zenzefi.Api.Seeding;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api;

/// <summary>
/// Fills the tables, so that queries have something to search through. What is there already stays, so that it can be
/// called again. Needs the database's settings only, and honours those of prices and password hashing.
/// </summary>
internal static class SeedCommand
{
    const string UsersOption = "--users";
    const int DefaultUsers = 1_000;
    const int MostUsers = 1_000_000;

    /// <returns>0 when all are there, 1 when it cannot be done, 3 when the schema has to be migrated first.</returns>
    public static async Task<int> RunAsync(string[] options, IConfiguration environment, TextWriter output, TextWriter errors)
    {
        if (UsersOf(options) is not { } users)
        {
            await errors.WriteLineAsync(
                $"seed does not know '{string.Join(' ', options)}'; its only option is {UsersOption} with a number from 1 to {MostUsers}.");
            return ExitCodes.CannotRun;
        }

        return await DatabaseCommand.RunAsync(ZenzefiDb.Store, environment, errors, settings =>
        {
            var prices = TokenPrices.Read(settings);
            var passwords = Passwords.Read(settings);
            return db => SeedAsync(db, new Seeder(db, prices, passwords, TimeProvider.System), users, output, errors);
        });
    }

    static int? UsersOf(string[] options) => options switch
    {
        [] => DefaultUsers,
        [UsersOption, var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var users)
            && users is >= 1 and <= MostUsers => users,
        _ => null,
    };

    static async Task<int> SeedAsync(ZenzefiDb db, Seeder seeder, int users, TextWriter output, TextWriter errors)
    {
        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            await errors.WriteLineAsync("The schema is not ready for data. Apply its migrations with: dotnet Zenzefi.Api.dll migrate");
            return ExitCodes.MigrationsPending;
        }

        var before = await CountAsync(db);
        await seeder.AddMissingAsync(users, CancellationToken.None);
        var after = await CountAsync(db);
        foreach (var (table, rows) in after)
        {
            await output.WriteLineAsync($"{table}: {rows - before[table]} added, {rows} there");
        }

        return ExitCodes.Done;
    }

    static async Task<Dictionary<string, int>> CountAsync(ZenzefiDb db) => new(StringComparer.Ordinal)
    {
        ["users"] = await db.Users.CountAsync(),
        ["access_tokens"] = await db.AccessTokens.CountAsync(),
        ["transactions"] = await db.Transactions.CountAsync(),
    };
}

using System.Globalization;
using CoreVia.Api.Data;
using CoreVia.Api.Seeding;
using Microsoft.EntityFrameworkCore;

namespace CoreVia.Api;

/// <summary>
/// Fills the marketplace and the feeds of those who sell there, so that browsing finds something. What is there already
/// stays, so that it can be called again. Needs the database's settings only, and honours that of password hashing.
/// </summary>
internal static class SeedCommand
{
    const string ProductsOption = "--products";
    const int DefaultProducts = 200;
    const int MostProducts = 100_000;

    /// <returns>0 when all are there, 1 when it cannot be done, 3 when the schema has to be migrated first.</returns>
    public static async Task<int> RunAsync(string[] options, IConfiguration environment, TextWriter output, TextWriter errors)
    {
        if (ProductsOf(options) is not { } products)
        {
            await errors.WriteLineAsync(
                $"seed does not know '{string.Join(' ', options)}'; "
                + $"its only option is {ProductsOption} with a number from 1 to {MostProducts}.");
            return ExitCodes.CannotRun;
        }

        return await DatabaseCommand.RunAsync(CoreViaDb.Store, environment, errors, settings =>
        {
            var passwords = Passwords.Read(settings);
            return db => SeedAsync(db, new Seeder(db, passwords, TimeProvider.System), products, output, errors);
        });
    }

    static int? ProductsOf(string[] options) => options switch
    {
        [] => DefaultProducts,
        [ProductsOption, var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var products)
            && products is >= 1 and <= MostProducts => products,
        _ => null,
    };

    static async Task<int> SeedAsync(CoreViaDb db, Seeder seeder, int products, TextWriter output, TextWriter errors)
    {
        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            await errors.WriteLineAsync("The schema is not ready for data. Apply its migrations with: dotnet CoreVia.Api.dll migrate");
            return ExitCodes.MigrationsPending;
        }

        foreach (var (table, added, there) in await seeder.AddMissingAsync(products, CancellationToken.None))
        {
            await output.WriteLineAsync($"{table}: {added} added, {there} there");
        }

        return ExitCodes.Done;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api.Data;

internal static class DataRegistration
{
    /// <summary>Registers a pooled <see cref="ZenzefiDb"/> on the store of the settings, and what belongs to it.</summary>
    public static IServiceCollection AddZenzefiDb(this IServiceCollection services, DatabaseSettings database)
    {
        services.AddSingleton<Queries>();
        switch (database.Provider)
        {
            case DatabaseProvider.Sqlite:
                services.AddSingleton(_ => WriterLane.OneAtATime());
                services.AddSingleton<IInterceptor, SqliteConnectionSetup>();
                services.AddDbContextPool<ZenzefiDb, SqliteZenzefiDb>((provider, options) => options
                    .UseSqlite(database.ConnectionString)
                    .UseZenzefiDefaults(provider));
                break;

            case DatabaseProvider.Postgres:
                services.AddSingleton(_ => WriterLane.Open());
                services.AddDbContextPool<ZenzefiDb, PostgresZenzefiDb>((provider, options) => options
                    .UseNpgsql(database.ConnectionString, npgsql => npgsql.MapEnum<TransactionType>("transactiontype"))
                    .UseZenzefiDefaults(provider));
                break;

            default:
                throw new ArgumentOutOfRangeException(nameof(database), database.Provider, "No such store.");
        }

        return services;
    }

    static void UseZenzefiDefaults(this DbContextOptionsBuilder options, IServiceProvider provider) => options
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .AddInterceptors(provider.GetServices<IInterceptor>());
}

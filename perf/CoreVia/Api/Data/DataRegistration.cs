using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoreVia.Api.Data;

internal static class DataRegistration
{
    /// <summary>A list is one parameter: with one for each of its items, EF would write the SQL anew for every request.</summary>
    const ParameterTranslationMode OneForAList = ParameterTranslationMode.Parameter;

    /// <summary>Registers a pooled <see cref="CoreViaDb"/> on the store of the settings, and what belongs to it.</summary>
    public static IServiceCollection AddCoreViaDb(this IServiceCollection services, DatabaseSettings database)
    {
        switch (database.Provider)
        {
            case DatabaseProvider.Sqlite:
                services.AddSingleton(_ => WriterLane.OneAtATime());
                services.AddSingleton<IInterceptor, SqliteConnectionSetup>();
                services.AddDbContextPool<CoreViaDb, SqliteCoreViaDb>((provider, options) => options
                    .UseSqlite(database.ConnectionString, sqlite => sqlite.UseParameterizedCollectionMode(OneForAList))
                    .UseCoreViaDefaults(provider));
                break;

            case DatabaseProvider.Postgres:
                services.AddSingleton(_ => WriterLane.Open());
                services.AddDbContextPool<CoreViaDb, PostgresCoreViaDb>((provider, options) => options
                    .UseNpgsql(database.ConnectionString, npgsql => npgsql
                        .MapEnum<UserType>("usertype")
                        .MapEnum<VerificationStatus>("verificationstatus")
                        .MapEnum<WorkoutCategory>("workoutcategory")
                        .MapEnum<MealType>("mealtype")
                        .UseParameterizedCollectionMode(OneForAList))
                    .UseCoreViaDefaults(provider));
                break;

            default:
                throw new ArgumentOutOfRangeException(nameof(database), database.Provider, "No such store.");
        }

        return services;
    }

    static void UseCoreViaDefaults(this DbContextOptionsBuilder options, IServiceProvider provider) => options
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .AddInterceptors(provider.GetServices<IInterceptor>());
}

using Microsoft.EntityFrameworkCore;

namespace CoreVia.Api.Data;

/// <summary>The schema on SQLite, which has no enum types: their words are stored as text.</summary>
internal sealed class SqliteCoreViaDb(DbContextOptions<SqliteCoreViaDb> options) : CoreViaDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<UserType>().HaveConversion<LowerCaseNameConverter<UserType>>();
        configurationBuilder.Properties<VerificationStatus>().HaveConversion<LowerCaseNameConverter<VerificationStatus>>();
        configurationBuilder.Properties<WorkoutCategory>().HaveConversion<LowerCaseNameConverter<WorkoutCategory>>();
        configurationBuilder.Properties<MealType>().HaveConversion<LowerCaseNameConverter<MealType>>();
    }
}

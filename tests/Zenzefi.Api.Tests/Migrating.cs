using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zenzefi.Api.Data;
using Zenzefi.Api.Settings;
using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public abstract class Migrating(IStore store)
{
    [Fact]
    public async Task Goes_from_nothing_to_a_schema_that_has_all_of_the_model()
    {
        var url = await store.EmptyAsync();

        await Migration.ApplyAsync(url);

        await using var services = Services(url);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ZenzefiDb>();
        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        (await db.Users.CountAsync() + await db.AccessTokens.CountAsync()).ShouldBe(0);
        (await db.Transactions.CountAsync() + await db.ProxySessions.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Leaves_no_change_of_the_model_without_a_migration()
    {
        await using var services = Services(await store.EmptyAsync());
        await using var scope = services.CreateAsyncScope();

        scope.ServiceProvider.GetRequiredService<ZenzefiDb>().Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public async Task Prints_a_line_for_each_migration_and_a_sum()
    {
        var url = await store.EmptyAsync();

        var first = await Migration.RunAsync(url);
        var second = await Migration.RunAsync(url);

        first.ExitCode.ShouldBe(0);
        first.Output.ShouldMatch(@"\AApplied \d{14}_Initial\n1 applied, 0 pending\n\z");
        second.ShouldBe((0, "0 applied, 0 pending\n", ""));
    }

    [Fact]
    public async Task Only_counts_when_told_to_check()
    {
        var url = await store.EmptyAsync();

        (await Migration.RunAsync(url, "--check")).ShouldBe((3, "1 pending\n", ""));
        await Migration.ApplyAsync(url);
        (await Migration.RunAsync(url, "--check")).ShouldBe((0, "0 pending\n", ""));
    }

    [Fact]
    public async Task Makes_exactly_the_indexes_of_the_contract()
    {
        var url = await store.MigratedAsync();
        await using var services = Services(url);
        await using var scope = services.CreateAsyncScope();

        var names = await scope.ServiceProvider.GetRequiredService<ZenzefiDb>().Database
            .SqlQueryRaw<string>(IndexNames)
            .ToListAsync();

        names.Order().ShouldBe(
        [
            "IX_access_tokens_token",
            "IX_proxy_sessions_device_id",
            "IX_proxy_sessions_is_active",
            "IX_proxy_sessions_last_activity",
            "IX_proxy_sessions_token_id",
            "IX_proxy_sessions_token_id_device_id_is_active",
            "IX_proxy_sessions_user_id",
            "IX_transactions_transaction_type",
            "IX_transactions_user_id",
            "IX_users_currency_balance",
            "IX_users_email",
            "IX_users_referral_code",
            "IX_users_referred_by_id",
            "IX_users_username",
        ]);
    }

    protected abstract string IndexNames { get; }

    static ServiceProvider Services(string url) => new ServiceCollection()
        .AddZenzefiDb(DatabaseSettings.Read(new SettingsReader(TestSettings.With(("DATABASE_URL", url))), "tests")!)
        .BuildServiceProvider();
}

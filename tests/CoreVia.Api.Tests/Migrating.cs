using CoreVia.Api.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoreVia.Api.Tests;

public abstract class Migrating(IStore store)
{
    protected abstract string IndexNames { get; }

    [Fact]
    public async Task Goes_from_nothing_to_a_schema_that_has_all_of_the_model()
    {
        var url = await store.EmptyAsync();

        var first = await Migration.RunAsync(url);
        var second = await Migration.RunAsync(url);

        first.ExitCode.ShouldBe(0);
        first.Output.ShouldMatch(@"\AApplied \d{14}_Initial\n1 applied, 0 pending\n\z");
        second.ShouldBe((0, "0 applied, 0 pending\n", ""));
        await using var services = Services(url);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CoreViaDb>();
        (await db.Users.CountAsync() + await db.Set<UserSettings>().CountAsync() + await db.Follows.CountAsync()).ShouldBe(0);
        (await db.Posts.CountAsync() + await db.PostLikes.CountAsync() + await db.PostComments.CountAsync()).ShouldBe(0);
        (await db.Products.ToListAsync()).ShouldBeEmpty();
        (await db.ProductPurchases.ToListAsync()).ShouldBeEmpty();
        (await db.Workouts.ToListAsync()).ShouldBeEmpty();
        (await db.FoodEntries.ToListAsync()).ShouldBeEmpty();
        (await db.BodyMeasurements.ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Leaves_no_change_of_the_model_without_a_migration()
    {
        await using var services = Services(await store.EmptyAsync());
        await using var scope = services.CreateAsyncScope();

        scope.ServiceProvider.GetRequiredService<CoreViaDb>().Database.HasPendingModelChanges().ShouldBeFalse();
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
    public async Task Makes_exactly_the_indexes_of_the_contract_and_one_that_likes_need()
    {
        await using var services = Services(await store.MigratedAsync());
        await using var scope = services.CreateAsyncScope();

        var names = await scope.ServiceProvider.GetRequiredService<CoreViaDb>().Database.SqlQueryRaw<string>(IndexNames).ToListAsync();

        names.Order(StringComparer.Ordinal).ShouldBe(
        [
            "IX_body_measurements_measured_at",
            "IX_body_measurements_user_id",
            "IX_follows_follower_id",
            "IX_follows_following_id",
            "IX_food_entries_user_id",
            "IX_marketplace_products_created_at",
            "IX_marketplace_products_seller_id",
            "IX_post_comments_created_at",
            "IX_post_comments_post_id",
            "IX_post_comments_user_id",
            "IX_post_likes_post_id",
            "IX_post_likes_post_id_user_id",
            "IX_post_likes_user_id",
            "IX_posts_created_at",
            "IX_posts_user_id",
            "IX_product_purchases_buyer_id",
            "IX_product_purchases_product_id",
            "IX_product_purchases_purchased_at",
            "IX_product_purchases_transaction_id",
            "IX_user_settings_user_id",
            "IX_users_email",
            "IX_workouts_user_id",
        ]);
    }

    static ServiceProvider Services(string url) => new ServiceCollection()
        .AddCoreViaDb(DatabaseSettings.Read(new SettingsReader(TestSettings.With(("DATABASE_URL", url))), "tests")!)
        .BuildServiceProvider();
}

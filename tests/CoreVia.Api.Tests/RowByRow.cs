using CoreVia.Api.Data;

namespace CoreVia.Api.Tests;

/// <summary>The fault N+1 on data: one database, behind one server without the fault and one with it.</summary>
public abstract class RowByRow(IStore store)
{
    [Theory]
    [InlineData("/api/v1/social/feed", 6, 4 + (2 * 12))]
    [InlineData("/api/v1/social/feed?page=2&page_size=5", 6, 4 + (2 * 5))]
    [InlineData("/api/v1/marketplace/products", 5, 3 + (2 * 12))]
    [InlineData("/api/v1/marketplace/products?page_size=5&sort_by=rating", 5, 3 + (2 * 5))]
    [InlineData("/api/v1/analytics/dashboard", 4, 2 + (3 * (7 + 30 + 30 + 3)))]
    public async Task Answers_the_same_with_the_statements_of_the_modelled_system(string path, int together, int rowByRow)
    {
        var url = await store.MigratedAsync();
        using var statements = new Statements(url);
        await using var plain = await CoreViaServer.StartAsync(store, ("DATABASE_URL", url));
        await using var slow = await CoreViaServer.StartAsync(store, ("DATABASE_URL", url), ("FAULT_N_PLUS_ONE", "1"));
        plain.MoveToNoon();
        slow.MoveToNoon();
        var user = await FillAsync(plain);
        statements.Take();

        var expected = await user.GetAsync(path);
        statements.Take().ShouldBe(together);
        var actual = await user.At(slow).GetAsync(path);
        statements.Take().ShouldBe(rowByRow);

        expected.Status.ShouldBe(200);
        expected.Text.Length.ShouldBeGreaterThan(1_000);
        actual.Text.ShouldBe(expected.Text);
    }

    /// <summary>
    /// A user with twelve things in each list: posts of several authors, some liked; products, some bought; days with workouts
    /// in fractions, those of the first two completed, so that three are looked at for the streak.
    /// </summary>
    static async Task<Caller> FillAsync(CoreViaServer server)
    {
        var (user, trainer, other) = (await server.ClientAsync(), await server.TrainerAsync(), await server.TrainerAsync());
        var now = server.Clock.NaiveUtcNow();
        await server.AddAsync(new Follow { Id = Id(), FollowerId = user.Id!, FollowingId = trainer.Id!, CreatedAt = now });
        for (var i = 0; i < 12; i++)
        {
            var post = await (i % 3 == 0 ? user : trainer).PostedAsync($"Post {i}");
            if (i % 2 == 0)
            {
                await user.LikeAsync(post);
            }

            var product = (await (i % 4 == 0 ? other : trainer).OfferAsync($"Product {i}", 10 + i))["id"];
            if (i % 3 == 0)
            {
                await server.AddAsync(Purchase(user, product, now));
            }
        }

        for (var day = 0; day < 12; day++)
        {
            var date = now.AddDays(-day);
            await server.AddAsync(
                Workout(user, date, day < 2, 0.1 + (day / 3.0)),
                Workout(user, date, day < 2, 0.2),
                Food(user, date, day / 7.0),
                Food(user, date, 0.1),
                Weight(user, date.AddDays(-day), 80.1 + (day / 3.0)));
        }

        return user;
    }

    static ProductPurchase Purchase(Caller user, string product, DateTime date) => new()
    {
        Id = Id(),
        ProductId = product,
        BuyerId = user.Id!,
        AmountPaid = 1,
        Currency = "USD",
        TransactionId = Id(),
        PurchasedAt = date,
    };

    static Workout Workout(Caller user, DateTime date, bool completed, double kilometres) => new()
    {
        Id = Id(),
        UserId = user.Id!,
        Title = "Run",
        Category = WorkoutCategory.Cardio,
        Duration = 30,
        CaloriesBurned = 11,
        DistanceKm = kilometres,
        Date = date,
        IsCompleted = completed,
        CreatedAt = date,
    };

    static FoodEntry Food(Caller user, DateTime date, double protein) => new()
    {
        Id = Id(),
        UserId = user.Id!,
        Name = "Soup",
        Calories = 100,
        Protein = protein,
        MealType = MealType.Lunch,
        Date = date,
        CreatedAt = date,
    };

    static BodyMeasurement Weight(Caller user, DateTime date, double kilograms) => new()
    {
        Id = Id(),
        UserId = user.Id!,
        MeasuredAt = DateOnly.FromDateTime(date),
        WeightKg = kilograms,
        CreatedAt = date,
    };

    static string Id() => Guid.NewGuid().ToString();
}

namespace CoreVia.Api.Tests;

/// <summary>Every request of the load suite, as it sends it: none may be answered with an error.</summary>
public abstract class PlayingTheLoadSuite(IStore store)
{
    [Fact]
    public async Task Many_users_at_once_see_no_error()
    {
        await using var server = await CoreViaServer.StartAsync(store);

        var replies = await Task.WhenAll(Enumerable.Range(0, 60)
            .Select(i => i % 2 == 0 ? ClientAsync(server, i % 20) : TrainerAsync(server, i % 20)));

        replies.SelectMany(each => each).Where(reply => reply.Status >= 400).Select(reply => reply.Text).ShouldBeEmpty();
    }

    static async Task<List<Reply>> ClientAsync(CoreViaServer server, int number)
    {
        var user = server.Stranger();
        var replies = new List<Reply> { await user.RegisterAsync($"loadtest_user{number}@test.com", "student") };
        user.Enter(replies[0]);
        replies.Add(await user.PostAsync("/api/v1/social/posts", new { post_type = "progress", content = "Post 7", is_public = true }));
        replies.Add(await user.GetAsync("/api/v1/social/feed?page=1&page_size=20"));
        var post = replies[^1].Json.GetProperty("posts")[0].GetProperty("id").GetString()!;
        replies.Add(await user.LikeAsync(post));
        replies.Add(await user.LikeAsync(post));
        replies.Add(await user.PostAsync($"/api/v1/social/posts/{post}/comments", new { content = "Comment 7" }));
        replies.Add(await user.GetAsync("/api/v1/marketplace/products?page=1&page_size=5"));
        foreach (var product in replies[^1].Json.GetProperty("products").EnumerateArray())
        {
            replies.Add(await user.GetAsync($"/api/v1/marketplace/products/{product.GetProperty("id").GetString()}"));
        }

        replies.Add(await user.PostTextAsync(
            "/api/v1/workouts",
            """{"name": "Workout 7", "date": "2026-02-05T10:00:00Z", "duration": 45, "exercises": [], "is_completed": true}"""));
        replies.Add(await user.PostTextAsync(
            "/api/v1/food",
            """
            {"name": "Meal 7", "date": "2026-02-05T12:00:00Z", "meal_type": "snack", "calories": 500, "protein": 20.5, "carbs": 40.25, "fats": 1.0}
            """));
        replies.Add(await user.GetAsync("/api/v1/analytics/dashboard"));
        replies.Add(await user.GetAsync("/api/v1/users/profile"));
        return replies;
    }

    static async Task<List<Reply>> TrainerAsync(CoreViaServer server, int number)
    {
        var user = server.Stranger();
        var replies = new List<Reply> { await user.RegisterAsync($"loadtest_trainer{number}@test.com", "trainer") };
        user.Enter(replies[0]);
        foreach (var type in (string[])["workout_plan", "meal_plan", "ebook", "consultation"])
        {
            replies.Add(await user.OfferAsync($"Product {number}", 49.99, type: type));
        }

        replies.Add(await user.GetAsync("/api/v1/marketplace/my-products"));
        replies.Add(await user.PostAsync("/api/v1/social/posts", new { post_type = "general", content = "Tip 7", is_public = true }));
        return replies;
    }
}

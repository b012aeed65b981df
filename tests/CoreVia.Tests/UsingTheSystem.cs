using CoreVia.Tests.Support;
using CoreVia.Users;
using PerfGate.Load;
using PerfGate.Load.Profiles;
using PerfGate.Load.Results;

namespace CoreVia.Tests;

/// <summary>What the users really ask, of something that stands in for the system.</summary>
public sealed class UsingTheSystem
{
    [Fact]
    public async Task Counts_every_request_under_the_name_of_old()
    {
        await using var system = await StandIn.Start(_ => null);

        var result = await Run(system, seconds: 5, UserClass.Of<CoreViaUser>(3), UserClass.Of<TrainerUser>());

        result.Failures.ShouldBeEmpty();
        result.Exceptions.ShouldBeEmpty();
        Names(result).ShouldBe(
            [
                "POST Register", "POST /api/v1/auth/register", "GET Social Feed", "GET Social Feed (for like)", "GET Social Feed (for comment)",
                "POST Create Post", "POST Trainer Post", "POST Like Post", "POST Add Comment", "GET Marketplace Browse",
                "GET Marketplace Browse (for detail)", "GET Product Detail", "GET Analytics Dashboard", "POST Create Workout", "POST Log Food",
                "GET User Profile", "POST Create Product", "GET My Products",
            ],
            ignoreOrder: true);
        Told(system);
    }

    [Fact]
    public async Task Logs_in_to_an_account_that_is_there_already_and_counts_the_conflict()
    {
        await using var system = await StandIn.Start(asked => asked.Path.EndsWith("/register", StringComparison.Ordinal) ? (409, "{}") : null);

        var result = await Run(system, seconds: 0.5, UserClass.Of<CoreViaUser>());

        Names(result).ShouldContain("POST Login");
        result.Failures.Select(f => f.Endpoint).ShouldBe(["Register"]);
        system.Asked.Where(a => a.Path.EndsWith("/login", StringComparison.Ordinal)).ShouldAllBe(a => a.Text("user_type") == "student");
        system.Asked.Where(a => !a.Path.Contains("/auth/")).ShouldAllBe(a => a.Authorization!.StartsWith("Bearer loadtest_user", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Goes_on_without_a_token_where_registering_fails()
    {
        await using var system = await StandIn.Start(asked => asked.Path.EndsWith("/register", StringComparison.Ordinal) ? (500, "") : null);

        var result = await Run(system, seconds: 0.5, UserClass.Of<CoreViaUser>());

        Names(result).ShouldContain("POST /api/v1/auth/login");
        Names(result).ShouldNotContain("POST Login");
        result.Exceptions.ShouldBeEmpty();
        system.Asked.Where(a => a.Path.EndsWith("/login", StringComparison.Ordinal)).ShouldAllBe(a => a.Text("email") == "student@test.com");
        system.Asked.Where(a => !a.Path.Contains("/auth/")).ShouldAllBe(a => a.Authorization == null);
    }

    [Fact]
    public async Task A_trainer_who_cannot_register_logs_in()
    {
        await using var system = await StandIn.Start(asked => asked.Path.EndsWith("/register", StringComparison.Ordinal) ? (400, "{}") : null);

        var result = await Run(system, seconds: 0.5, UserClass.Of<TrainerUser>());

        Names(result).ShouldContain("POST /api/v1/auth/login");
        system.Asked.Where(a => a.Path.EndsWith("/login", StringComparison.Ordinal)).ShouldAllBe(a => a.Text("user_type") == "trainer");
        system.Asked.Where(a => !a.Path.Contains("/auth/")).ShouldAllBe(a => a.Authorization!.StartsWith("Bearer loadtest_trainer", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(200, """{"posts": [], "products": []}""")]
    public async Task Neither_likes_comments_nor_looks_where_nothing_is_listed(int status, string body)
    {
        await using var system = await StandIn.Start(asked => asked.Query.Contains("page_size=5", StringComparison.Ordinal) ? (status, body) : null);

        var result = await Run(system, seconds: 2, UserClass.Of<CoreViaUser>());

        result.Exceptions.ShouldBeEmpty();
        foreach (var first in new[] { "GET Social Feed (for like)", "GET Social Feed (for comment)", "GET Marketplace Browse (for detail)" }) Names(result).ShouldContain(first);
        foreach (var second in new[] { "POST Like Post", "POST Add Comment", "GET Product Detail" }) Names(result).ShouldNotContain(second);
    }

    // The bodies that older scripts sent, field by field.
    static void Told(StandIn system)
    {
        All(system, "/api/v1/auth/register", a => a.Text("password") == "LoadTest123!" && a.Text("full_name")!.StartsWith("Load Test ", StringComparison.Ordinal));
        All(system, "/api/v1/social/feed", a => a.Query is "?page=1&page_size=20" or "?page=1&page_size=5");
        All(system, "/api/v1/social/posts", a => a.Text("post_type") is "general" or "workout" or "meal" or "progress" && (bool)a.Body!["is_public"]!);
        All(system, "/api/v1/social/posts/p1/like", a => a.Body is null);
        All(system, "/api/v1/social/posts/p1/comments", a => a.Text("content")!.Length > 0);
        All(system, "/api/v1/marketplace/products/m1", a => a.Method == "GET");
        All(system, "/api/v1/workouts", a => a.Text("date") == "2026-02-05T10:00:00Z" && a.Number("duration") is >= 30 and <= 90 && (bool)a.Body!["is_completed"]!);
        All(system, "/api/v1/food", a => a.Text("meal_type") is "breakfast" or "lunch" or "dinner" or "snack" && a.Number("calories") is >= 100 and <= 800
            && a.Number("protein") is >= 10 and <= 50 && a.Number("carbs") is >= 20 and <= 100 && a.Number("fats") is >= 5 and <= 30);
        All(system, "/api/v1/marketplace/products", a => a.Method == "GET" || (a.Number("price") is >= 9.99 and <= 99.99
            && a.Text("currency") == "USD" && (bool)a.Body!["is_active"]! && a.Text("product_type") is "workout_plan" or "meal_plan" or "ebook" or "consultation"));
        system.Asked.Where(a => !a.Path.Contains("/auth/")).ShouldAllBe(a => a.Authorization!.StartsWith("Bearer loadtest_", StringComparison.Ordinal));
    }

    static void All(StandIn system, string path, Func<Asked, bool> so)
    {
        var asked = system.Asked.Where(a => a.Path == path).ToList();
        asked.ShouldNotBeEmpty(path);
        asked.ShouldAllBe(a => so(a), path);
    }

    static IEnumerable<string> Names(LoadResult result) =>
        result.Stages.SelectMany(s => s.Endpoints).Select(e => $"{e.Method} {e.Name}").Distinct();

    static Task<LoadResult> Run(StandIn system, double seconds, params UserClass[] users) => new LoadEngine(TimeProvider.System).Run(
        new LoadPlan
        {
            Target = system.Address,
            Profile = new ProfileBuilder().Hold(at: 120, seconds.Seconds()).Build("test"),
            Users = users,
            Seed = 1,
        },
        progress: null,
        TestContext.Current.CancellationToken);
}

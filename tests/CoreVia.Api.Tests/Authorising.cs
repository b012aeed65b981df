using Microsoft.EntityFrameworkCore;

namespace CoreVia.Api.Tests;

public sealed class Authorising(SharedServer shared)
{
    const string Profile = "/api/v1/users/profile";

    public static TheoryData<string, string> Protected => new()
    {
        { "GET", "/api/v1/social/feed" },
        { "POST", "/api/v1/social/posts" },
        { "POST", $"/api/v1/social/posts/{Guid.Empty}/like" },
        { "POST", $"/api/v1/social/posts/{Guid.Empty}/comments" },
        { "GET", "/api/v1/marketplace/products" },
        { "POST", "/api/v1/marketplace/products" },
        { "GET", $"/api/v1/marketplace/products/{Guid.Empty}" },
        { "GET", "/api/v1/marketplace/my-products" },
        { "POST", "/api/v1/workouts" },
        { "POST", "/api/v1/food/" },
        { "GET", "/api/v1/analytics/dashboard" },
        { "GET", Profile },
    };

    [Theory]
    [MemberData(nameof(Protected))]
    public async Task Without_a_token_the_answer_is_401_and_names_the_scheme(string method, string path)
    {
        var stranger = shared.Server.Stranger();

        var reply = method == "GET" ? await stranger.GetAsync(path) : await stranger.PostAsync(path, new { });

        reply.Status.ShouldBe(401);
        reply.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        reply.Detail.ShouldBe("Not authenticated");
    }

    [Fact]
    public async Task A_forged_token_is_refused()
    {
        var user = await shared.Server.ClientAsync();
        var signature = user.Bearer!.LastIndexOf('.') + 1;
        user.Bearer = user.Bearer[..signature] + new string([.. user.Bearer[signature..].Reverse()]);

        (await user.GetAsync(Profile)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_refresh_token_opens_nothing()
    {
        var user = await shared.Server.ClientAsync();
        user.Bearer = (await user.RegisterAsync(user.Email!, "student"))["refresh_token"];

        (await user.GetAsync(Profile)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_token_works_until_its_time_is_up()
    {
        await using var server = await CoreViaServer.StartAsync(shared.Store, ("ACCESS_TOKEN_EXPIRE_MINUTES", "5"));
        var user = await server.ClientAsync();

        server.Clock.Ahead = TimeSpan.FromMinutes(4.9);
        (await user.GetAsync(Profile)).Status.ShouldBe(200);
        server.Clock.Ahead = TimeSpan.FromMinutes(5.1);
        (await user.GetAsync(Profile)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_user_who_is_deactivated_or_gone_is_refused()
    {
        var user = await shared.Server.ClientAsync();
        var users = (Func<Data.CoreViaDb, IQueryable<Data.User>>)(db => db.Users.Where(u => u.Id == user.Id));

        await shared.Server.InDatabaseAsync(db => users(db).ExecuteUpdateAsync(set => set.SetProperty(u => u.IsActive, false)));
        (await user.GetAsync(Profile)).Status.ShouldBe(401);
        await shared.Server.InDatabaseAsync(db => users(db).ExecuteDeleteAsync());
        (await user.GetAsync(Profile)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Who_is_calling_comes_before_what_they_sent()
    {
        (await shared.Server.Stranger().PostTextAsync("/api/v1/social/posts", "{")).Status.ShouldBe(401);
        (await (await shared.Server.ClientAsync()).PostTextAsync("/api/v1/marketplace/products", "{")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task The_profile_has_all_that_the_contract_lists()
    {
        var reply = await (await shared.Server.TrainerAsync()).GetAsync(Profile);

        reply.Status.ShouldBe(200);
        reply.Names.ShouldBe(
        [
            "id", "name", "email", "user_type", "profile_image_url", "is_active", "is_premium", "created_at", "age", "weight", "height",
            "goal", "trainer_id", "specialization", "experience", "rating", "price_per_session", "bio", "verification_status",
            "instagram_handle", "verification_photo_url", "verification_score",
        ]);
        reply["user_type"].ShouldBe("trainer");
        reply["verification_status"].ShouldBe("verified");
        reply["created_at"].ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$");
    }
}

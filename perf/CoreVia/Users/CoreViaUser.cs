using PerfGate.Load;

namespace CoreVia.Users;

/// <summary>A student: reads the feed and the marketplace, posts, likes and comments, and logs workouts and meals.</summary>
public sealed class CoreViaUser : HttpUser
{
    static readonly string[] PostTypes = ["general", "workout", "meal", "progress"];
    static readonly string[] Meals = ["breakfast", "lunch", "dinner", "snack"];

    /// <inheritdoc />
    public override Pace Pace => Pace.Between(1.Seconds(), 3.Seconds());

    /// <inheritdoc />
    public override Task OnStart(UserContext user) => Account.OpenStudent(user);

    /// <summary>Reads the feed.</summary>
    [UserTask(Weight = 10)]
    public Task ReadFeed(UserContext user) => user.Send(Endpoints.Feed);

    /// <summary>Looks around the marketplace.</summary>
    [UserTask(Weight = 7)]
    public Task BrowseMarketplace(UserContext user) => user.Send(Endpoints.Browse);

    /// <summary>Likes one of the newest posts, as far as there are any.</summary>
    [UserTask(Weight = 5)]
    public async Task LikePost(UserContext user)
    {
        if (await user.DrawFrom(Endpoints.FeedForLike) is { } post)
            await user.Send(Endpoints.LikePost, r => r.Path(Endpoints.LikePost.At(post)));
    }

    /// <summary>Looks at the dashboard.</summary>
    [UserTask(Weight = 4)]
    public Task ReadDashboard(UserContext user) => user.Send(Endpoints.Dashboard);

    /// <summary>Posts something.</summary>
    [UserTask(Weight = 3)]
    public Task CreatePost(UserContext user) => user.Send(Endpoints.CreatePost, r => r.Json(new
    {
        post_type = user.Random.OneOf(PostTypes),
        content = $"Post under load, number {user.Random.Whole(1, 1000)}",
        is_public = true,
    }));

    /// <summary>Looks at one of the newest products, as far as there are any.</summary>
    [UserTask(Weight = 3)]
    public async Task ReadProduct(UserContext user)
    {
        if (await user.DrawFrom(Endpoints.BrowseForDetail) is { } product)
            await user.Send(Endpoints.ProductDetail, r => r.Path(Endpoints.ProductDetail.At(product)));
    }

    /// <summary>Comments on one of the newest posts, as far as there are any.</summary>
    [UserTask(Weight = 2)]
    public async Task AddComment(UserContext user)
    {
        if (await user.DrawFrom(Endpoints.FeedForComment) is { } post)
            await user.Send(Endpoints.AddComment, r => r
                .Path(Endpoints.AddComment.At(post))
                .Json(new { content = $"Comment {user.Random.Whole(1, 100)}" }));
    }

    /// <summary>Logs a workout, always on the same day: the dashboard reads it every time, and never counts it.</summary>
    [UserTask(Weight = 2)]
    public Task LogWorkout(UserContext user) => user.Send(Endpoints.CreateWorkout, r => r.Json(new
    {
        name = $"Workout {user.Random.Whole(1, 100)}",
        date = "2026-02-05T10:00:00Z",
        duration = user.Random.Whole(30, 90),
        exercises = Array.Empty<string>(),
        is_completed = true,
    }));

    /// <summary>Logs a meal, on that same day.</summary>
    [UserTask(Weight = 2)]
    public Task LogFood(UserContext user) => user.Send(Endpoints.LogFood, r => r.Json(new
    {
        name = $"Meal {user.Random.Whole(1, 50)}",
        date = "2026-02-05T12:00:00Z",
        meal_type = user.Random.OneOf(Meals),
        calories = user.Random.Whole(100, 800),
        protein = user.Random.Between(10, 50, digits: 1),
        carbs = user.Random.Between(20, 100, digits: 1),
        fats = user.Random.Between(5, 30, digits: 1),
    }));

    /// <summary>Looks at the own profile.</summary>
    [UserTask(Weight = 1)]
    public Task ReadProfile(UserContext user) => user.Send(Endpoints.Profile);
}

using PerfGate.Load;

namespace CoreVia.Users;

/// <summary>
/// Everything that users ask for, under the names that it has in statistics. Where a path holds an id, the request fills it
/// in, so that all of them count as one endpoint.
/// </summary>
public static class Endpoints
{
    const string Posts = "/api/v1/social/posts";
    const string Products = "/api/v1/marketplace/products";

    /// <summary>A student's registration.</summary>
    public static Endpoint Register { get; } = Endpoint.Post("/api/v1/auth/register").Named("Register");

    /// <summary>A student's login, where the account was there already.</summary>
    public static Endpoint LogIn { get; } = Endpoint.Post("/api/v1/auth/login").Named("Login");

    /// <summary>A trainer's registration.</summary>
    public static Endpoint RegisterTrainer { get; } = Endpoint.Post("/api/v1/auth/register");

    /// <summary>A login after a registration that failed.</summary>
    public static Endpoint LogInInstead { get; } = Endpoint.Post("/api/v1/auth/login");

    /// <summary>The newest twenty posts.</summary>
    public static Endpoint Feed { get; } = Endpoint.Get("/api/v1/social/feed?page=1&page_size=20").Named("Social Feed");

    /// <summary>The newest five posts, to like one.</summary>
    public static Endpoint FeedForLike { get; } = Endpoint.Get("/api/v1/social/feed?page=1&page_size=5").Named("Social Feed (for like)");

    /// <summary>The newest five posts, to comment on one.</summary>
    public static Endpoint FeedForComment { get; } = Endpoint.Get("/api/v1/social/feed?page=1&page_size=5").Named("Social Feed (for comment)");

    /// <summary>A student's post.</summary>
    public static Endpoint CreatePost { get; } = Endpoint.Post(Posts).Named("Create Post");

    /// <summary>A trainer's post.</summary>
    public static Endpoint TrainerPost { get; } = Endpoint.Post(Posts).Named("Trainer Post");

    /// <summary>Liking a post.</summary>
    public static Endpoint LikePost { get; } = Endpoint.Post(Posts + "/{id}/like").Named("Like Post");

    /// <summary>Commenting on a post.</summary>
    public static Endpoint AddComment { get; } = Endpoint.Post(Posts + "/{id}/comments").Named("Add Comment");

    /// <summary>The newest twenty products.</summary>
    public static Endpoint Browse { get; } = Endpoint.Get(Products + "?page=1&page_size=20").Named("Marketplace Browse");

    /// <summary>The newest five products, to look at one.</summary>
    public static Endpoint BrowseForDetail { get; } = Endpoint.Get(Products + "?page=1&page_size=5").Named("Marketplace Browse (for detail)");

    /// <summary>One product.</summary>
    public static Endpoint ProductDetail { get; } = Endpoint.Get(Products + "/{id}").Named("Product Detail");

    /// <summary>A trainer's new product.</summary>
    public static Endpoint CreateProduct { get; } = Endpoint.Post(Products).Named("Create Product");

    /// <summary>A trainer's own products.</summary>
    public static Endpoint MyProducts { get; } = Endpoint.Get("/api/v1/marketplace/my-products").Named("My Products");

    /// <summary>The dashboard: a week and a month of workouts and food.</summary>
    public static Endpoint Dashboard { get; } = Endpoint.Get("/api/v1/analytics/dashboard").Named("Analytics Dashboard");

    /// <summary>A workout that was done.</summary>
    public static Endpoint CreateWorkout { get; } = Endpoint.Post("/api/v1/workouts").Named("Create Workout");

    /// <summary>A meal that was eaten.</summary>
    public static Endpoint LogFood { get; } = Endpoint.Post("/api/v1/food").Named("Log Food");

    /// <summary>The user's own profile.</summary>
    public static Endpoint Profile { get; } = Endpoint.Get("/api/v1/users/profile").Named("User Profile");

    /// <summary>The path that leads to one post or product.</summary>
    internal static string At(this Endpoint endpoint, Item item) =>
        endpoint.Path.Replace("{id}", Uri.EscapeDataString(item.Id), StringComparison.Ordinal);
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoreVia.Api.Data;

namespace CoreVia.Api.Seeding;

/// <summary>A made-up trainer. The same number gives the same names and ids on every machine.</summary>
internal sealed record SeededTrainer(int Number)
{
    public const int Count = 20;
    public const string Password = "LoadTest123!";

    const int PostsEach = 15;
    static readonly string[] ProductTypes = ["workout_plan", "meal_plan", "ebook", "consultation"];
    static readonly string[] PostTypes = ["general", "workout", "meal", "progress"];

    public string Email => string.Create(CultureInfo.InvariantCulture, $"seed_trainer_{Number:D2}@seed.local");

    public User User(string passwordHash, DateTime now) => new()
    {
        Id = Id("user"),
        Name = $"Seeded Trainer {Number}",
        Email = Email,
        HashedPassword = passwordHash,
        UserType = UserType.Trainer,
        Specialization = "Strength",
        Experience = Number,
        Rating = 3 + (Number % 5 * 0.5),
        CreatedAt = now,
        UpdatedAt = now,
    };

    public UserSettings Settings() => new() { Id = Id("settings"), UserId = Id("user") };

    /// <summary>Something this trainer sells, published some minutes ago.</summary>
    /// <param name="product">Its number, among those of all trainers.</param>
    /// <param name="now">Now (UTC).</param>
    public Product Product(int product, DateTime now) => new()
    {
        Id = Id($"product {product}"),
        SellerId = Id("user"),
        ProductType = ProductTypes[product % ProductTypes.Length],
        Title = $"Seeded product {product}",
        Description = "Made up, so that the marketplace has something to show.",
        Price = 9.99 + (product % 90),
        Currency = "USD",
        SalesCount = product % 17,
        Rating = product % 3 == 0 ? null : 3 + (product % 5 * 0.5),
        ReviewsCount = product % 3 == 0 ? 0 : product % 11,
        IsPublished = true,
        CreatedAt = now.AddMinutes(-product),
        UpdatedAt = now.AddMinutes(-product),
    };

    public IEnumerable<Post> Posts(DateTime now) => Enumerable.Range(1, PostsEach).Select(post => new Post
    {
        Id = Id($"post {post}"),
        UserId = Id("user"),
        PostType = PostTypes[post % PostTypes.Length],
        Content = $"Seeded post {post} of trainer {Number}",
        CreatedAt = now.AddMinutes(-post),
        UpdatedAt = now.AddMinutes(-post),
    });

    string Id(string what) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{Email} {what}")).AsSpan(0, 16)).ToString();
}

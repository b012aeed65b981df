using PerfGate.Load;

namespace CoreVia.Users;

/// <summary>A trainer: offers products and posts now and then.</summary>
public sealed class TrainerUser : HttpUser
{
    static readonly string[] ProductTypes = ["workout_plan", "meal_plan", "ebook", "consultation"];

    /// <inheritdoc />
    public override Pace Pace => Pace.Between(2.Seconds(), 5.Seconds());

    /// <inheritdoc />
    public override Task OnStart(UserContext user) => Account.OpenTrainer(user);

    /// <summary>Offers a product. A hundred trainers share what grows from this, and all of it is listed to them.</summary>
    [UserTask(Weight = 5)]
    public Task CreateProduct(UserContext user) => user.Send(Endpoints.CreateProduct, r => r.Json(new
    {
        product_type = user.Random.OneOf(ProductTypes),
        title = $"Product {user.Random.Whole(1, 1000)}",
        description = "A product that was made under load.",
        price = user.Random.Between(9.99, 99.99, digits: 2),
        currency = "USD",
        is_active = true,
    }));

    /// <summary>Lists the own products.</summary>
    [UserTask(Weight = 3)]
    public Task ListProducts(UserContext user) => user.Send(Endpoints.MyProducts);

    /// <summary>Posts a tip.</summary>
    [UserTask(Weight = 2)]
    public Task PostTip(UserContext user) => user.Send(Endpoints.TrainerPost, r => r.Json(new
    {
        post_type = "general",
        content = $"Tip {user.Random.Whole(1, 100)} of the day",
        is_public = true,
    }));
}

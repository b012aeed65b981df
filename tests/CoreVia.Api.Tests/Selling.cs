using System.Text.Json;
using CoreVia.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace CoreVia.Api.Tests;

public sealed class Selling(SharedServer shared)
{
    const string Products = "/api/v1/marketplace/products";

    [Fact]
    public async Task Answers_with_the_product_and_its_seller()
    {
        var trainer = await shared.Server.TrainerAsync();

        var reply = await trainer.OfferAsync("Plan 7", 49.95);

        reply.Status.ShouldBe(201);
        reply.Names.ShouldBe(
        [
            "id", "seller_id", "product_type", "title", "description", "price", "currency", "cover_image_url", "preview_video_url",
            "sales_count", "rating", "reviews_count", "is_published", "created_at", "updated_at", "seller", "is_purchased",
        ]);
        (reply["product_type"], reply["title"], reply["currency"], reply["is_published"]).ShouldBe(("consultation", "Plan 7", "USD", "True"));
        reply.Json.GetProperty("price").GetDouble().ShouldBe(49.95);
        reply.Json.GetProperty("seller").EnumerateObject().Select(property => property.Name)
            .ShouldBe(["id", "name", "profile_image_url", "rating"]);
    }

    [Fact]
    public async Task Is_for_trainers_only()
    {
        var client = await shared.Server.ClientAsync();

        (await client.OfferAsync("Plan 7")).Status.ShouldBe(403);
        (await client.GetAsync("/api/v1/marketplace/my-products")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Publishes_only_what_is_said_to_be()
    {
        var (trainer, client) = (await shared.Server.TrainerAsync(), await shared.Server.ClientAsync());
        var hidden = (await trainer.OfferAsync("Hidden", isActive: false))["id"];
        var shown = (await trainer.OfferAsync("Shown"))["id"];

        (await client.GetAsync($"{Products}/{shown}"))["id"].ShouldBe(shown);
        (await client.GetAsync($"{Products}/{hidden}")).Status.ShouldBe(404);
        (await trainer.GetAsync($"{Products}/{hidden}")).Status.ShouldBe(200);
        (await client.GetAsync($"{Products}/{Guid.NewGuid()}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Lists_what_is_published_sorted_filtered_and_in_pages()
    {
        await using var server = await CoreViaServer.StartAsync(shared.Store);
        var trainer = await server.TrainerAsync();
        await trainer.OfferAsync("First", 30, type: "ebook");
        await trainer.OfferAsync("Second", 10, type: "ebook");
        await trainer.OfferAsync("Third", 20, type: "meal_plan");
        await trainer.OfferAsync("Hidden", isActive: false);
        await server.InDatabaseAsync(db => db.Products
            .Where(p => p.Title == "Second")
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Rating, 4.5).SetProperty(p => p.SalesCount, 3)));
        var client = await server.ClientAsync();

        (await TitlesAsync(client, "")).ShouldBe(["Third", "Second", "First"]);
        (await TitlesAsync(client, "?sort_by=price")).ShouldBe(["Second", "Third", "First"]);
        (await TitlesAsync(client, "?sort_by=rating"))[0].ShouldBe("Second");
        (await TitlesAsync(client, "?sort_by=sales_count"))[0].ShouldBe("Second");
        (await TitlesAsync(client, "?sort_by=anything")).ShouldBe(["Third", "Second", "First"]);
        (await TitlesAsync(client, "?product_type=ebook")).ShouldBe(["Second", "First"]);
        (await TitlesAsync(client, "?min_price=15&max_price=25.5")).ShouldBe(["Third"]);
        (await TitlesAsync(client, "?page=2&page_size=2")).ShouldBe(["First"]);
        var page = await client.GetAsync($"{Products}?page=1&page_size=2");
        (page["total"], page["page"], page["page_size"], page["has_more"]).ShouldBe(("3", "1", "2", "True"));
    }

    [Fact]
    public async Task Tells_who_has_bought_what()
    {
        var (trainer, client) = (await shared.Server.TrainerAsync(), await shared.Server.ClientAsync());
        var product = (await trainer.OfferAsync("Plan"))["id"];
        await shared.Server.AddAsync(new ProductPurchase
        {
            Id = Guid.NewGuid().ToString(),
            ProductId = product,
            BuyerId = client.Id!,
            AmountPaid = 9.99,
            Currency = "USD",
            PurchasedAt = new DateTime(2026, 1, 1),
        });

        (await client.GetAsync($"{Products}/{product}"))["is_purchased"].ShouldBe("True");
        (await trainer.GetAsync($"{Products}/{product}"))["is_purchased"].ShouldBe("False");
    }

    [Fact]
    public async Task Shows_trainers_all_of_their_own_with_what_it_brought_in()
    {
        var trainer = await shared.Server.TrainerAsync();
        await trainer.OfferAsync("Older", price: 10.1);
        await trainer.OfferAsync("Newer", price: 20.2, isActive: false);
        await shared.Server.InDatabaseAsync(db => db.Products
            .Where(p => p.SellerId == trainer.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.SalesCount, 3)));

        var reply = await trainer.GetAsync("/api/v1/marketplace/my-products");

        reply.Names.ShouldBe(["products", "total_sales", "total_revenue"]);
        Titles(reply).ShouldBe(["Newer", "Older"]);
        reply.Json.GetProperty("products")[0].GetProperty("seller").ValueKind.ShouldBe(JsonValueKind.Null);
        (reply["total_sales"], reply.Json.GetProperty("total_revenue").GetDouble()).ShouldBe(("6", 90.9));
    }

    [Fact]
    public async Task Trims_and_escapes_texts()
    {
        var reply = await (await shared.Server.TrainerAsync()).OfferAsync("  Tom's \"A & B\"  ");

        reply["title"].ShouldBe("Tom&#x27;s &quot;A &amp; B&quot;");
    }

    [Theory]
    [InlineData("product_type", "\"yoga\"", "enum at body.product_type")]
    [InlineData("product_type", "null", "enum at body.product_type")]
    [InlineData("title", "\"ab\"", "string_too_short at body.title")]
    [InlineData("title", "\"<b>plan</b>\"", "value_error at body.title")]
    [InlineData("description", "\"short\"", "string_too_short at body.description")]
    [InlineData("price", "0", "greater_than at body.price")]
    [InlineData("price", "10000.01", "less_than_equal at body.price")]
    [InlineData("price", "\"much\"", "float_parsing at body.price")]
    [InlineData("price", "1e999", "float_parsing at body.price")]
    [InlineData("price", "null", "float_type at body.price")]
    [InlineData("currency", "\"GBP\"", "value_error at body.currency")]
    [InlineData("is_active", "7", "bool_parsing at body.is_active")]
    public async Task Refuses_input_that_breaks_a_rule(string field, string value, string problem)
    {
        var fields = new Dictionary<string, string>
        {
            ["product_type"] = "\"ebook\"", ["title"] = "\"Plan\"", ["description"] = "\"A description\"", ["price"] = "9.99", [field] = value,
        };
        var body = $"{{{string.Join(',', fields.Select(pair => $"\"{pair.Key}\":{pair.Value}"))}}}";

        var reply = await (await shared.Server.TrainerAsync()).PostTextAsync(Products, body);

        reply.Status.ShouldBe(422, reply.Text);
        reply.Problems.ShouldBe([problem]);
    }

    [Fact]
    public async Task Refuses_a_title_that_has_no_room_once_escaped() =>
        (await (await shared.Server.TrainerAsync()).OfferAsync(new string('&', 50))).Problems.ShouldBe(["string_too_long at body.title"]);

    [Fact]
    public async Task Tells_everything_that_is_missing() =>
        (await (await shared.Server.TrainerAsync()).PostAsync(Products, new { })).Problems.ShouldBe(
            ["missing at body.product_type", "missing at body.title", "missing at body.description", "missing at body.price"],
            ignoreOrder: true);

    [Theory]
    [InlineData("?page=0", 400)]
    [InlineData("?page_size=101", 400)]
    [InlineData("?page_size=0", 400)]
    [InlineData("?page=2147483647", 400)]
    [InlineData("?page=one", 422)]
    [InlineData("?min_price=cheap", 422)]
    [InlineData("?sort_by=%00", 422)]
    public async Task Refuses_a_page_that_cannot_be(string query, int status) =>
        (await (await shared.Server.ClientAsync()).GetAsync(Products + query)).Status.ShouldBe(status);

    static async Task<List<string?>> TitlesAsync(Caller caller, string query) => Titles(await caller.GetAsync(Products + query));

    static List<string?> Titles(Reply reply) =>
        [.. reply.Json.GetProperty("products").EnumerateArray().Select(product => product.GetProperty("title").GetString())];
}

using CoreVia.Api.Auth;
using CoreVia.Api.Http;

namespace CoreVia.Api.Marketplace;

internal static class MarketplaceEndpoints
{
    public static void MapMarketplace(this IEndpointRouteBuilder api)
    {
        var marketplace = api.MapGroup("/marketplace");
        marketplace.MapGet("/products", ListAsync);
        marketplace.MapPost("/products", CreateAsync);
        marketplace.MapGet("/products/{id:guid}", FindAsync);
        marketplace.MapGet("/my-products", OwnAsync);
    }

    static async Task<IResult> ListAsync(CurrentUser user, Input<ProductsInput> input, Shop shop, CancellationToken ct) =>
        input.Value.IsInRange
            ? TypedResults.Json(await shop.PageAsync(user.Id, input.Value, ct))
            : Errors.Detail(
                StatusCodes.Status400BadRequest,
                $"page goes from 1 to {ProductsInput.LastPage}, and page_size from 1 to {ProductsInput.LargestPage}.");

    static async Task<IResult> FindAsync(CurrentUser user, Guid id, Shop shop, CancellationToken ct) =>
        await shop.FindAsync(user.Id, id.ToString(), ct) is { } product
            ? TypedResults.Json(product)
            : Errors.Detail(StatusCodes.Status404NotFound, "This product does not exist.");

    static async Task<IResult> CreateAsync(CurrentTrainer trainer, Body<ProductInput> input, Shop shop, CancellationToken ct)
    {
        var product = await shop.OfferAsync(trainer.User.Id, input.Value, ct);
        return TypedResults.Json(
            ProductBody.Of(product, SellerBody.Of(trainer.User), isPurchased: false),
            statusCode: StatusCodes.Status201Created);
    }

    static async Task<IResult> OwnAsync(CurrentTrainer trainer, Shop shop, CancellationToken ct) =>
        TypedResults.Json(OwnProductsBody.Of(await shop.OwnAsync(trainer.User.Id, ct)));
}

using CoreVia.Api.Data;

namespace CoreVia.Api.Marketplace;

/// <summary>A product as a user sees it.</summary>
internal sealed record ProductBody(
    string Id,
    string SellerId,
    string ProductType,
    string Title,
    string Description,
    double Price,
    string Currency,
    string? CoverImageUrl,
    string? PreviewVideoUrl,
    int SalesCount,
    double? Rating,
    int ReviewsCount,
    bool IsPublished,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    SellerBody? Seller,
    bool IsPurchased)
{
    public static ProductBody Of(Product product, SellerBody? seller, bool isPurchased) => new(
        product.Id,
        product.SellerId,
        product.ProductType,
        product.Title,
        product.Description,
        product.Price,
        product.Currency,
        product.CoverImageUrl,
        product.PreviewVideoUrl,
        product.SalesCount,
        product.Rating,
        product.ReviewsCount,
        product.IsPublished,
        product.CreatedAt,
        product.UpdatedAt,
        seller,
        isPurchased);
}

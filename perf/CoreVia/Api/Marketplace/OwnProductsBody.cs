using CoreVia.Api.Data;

namespace CoreVia.Api.Marketplace;

/// <summary>All that a trainer sells, and what it has brought in.</summary>
internal sealed record OwnProductsBody(IReadOnlyList<ProductBody> Products, int TotalSales, double TotalRevenue)
{
    public static OwnProductsBody Of(List<Product> products) => new(
        products.ConvertAll(product => ProductBody.Of(product, seller: null, isPurchased: false)),
        products.Sum(product => product.SalesCount),
        Math.Round(products.Sum(product => product.Price * product.SalesCount), 2));
}

namespace CoreVia.Api.Marketplace;

/// <summary>A page of the marketplace.</summary>
internal sealed record ProductsBody(IReadOnlyList<ProductBody> Products, int Total, int Page, int PageSize, bool HasMore);

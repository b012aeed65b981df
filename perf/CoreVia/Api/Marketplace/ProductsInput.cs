using System.Globalization;

namespace CoreVia.Api.Marketplace;

/// <summary>Which products are wanted, and in which order.</summary>
/// <param name="SortBy"><c>price</c>, <c>rating</c> or <c>sales_count</c>; anything else is newest first.</param>
internal sealed record ProductsInput(int Page, int PageSize, string? ProductType, double? MinPrice, double? MaxPrice, string? SortBy)
    : IInput<ProductsInput>
{
    public const int LastPage = 1_000_000;
    public const int LargestPage = 100;

    public static InputPlace Place => InputPlace.Query;

    /// <summary>Whether such a page can be; if not, the contract wants 400 and not 422.</summary>
    public bool IsInRange => Page is >= 1 and <= LastPage && PageSize is >= 1 and <= LargestPage;

    public int Offset => (Page - 1) * PageSize;

    public static ProductsInput Read(FieldReader fields) => new(
        fields.Integer("page", int.MinValue, fallback: 1),
        fields.Integer("page_size", int.MinValue, fallback: 20),
        fields.OptionalText("product_type"),
        Price(fields, "min_price"),
        Price(fields, "max_price"),
        fields.OptionalText("sort_by"));

    static double? Price(FieldReader fields, string name) =>
        fields.OptionalText(name) is not null && TryParse(fields.Text(name, CheckPrice), out var price) ? price : null;

    static string? CheckPrice(string text) => TryParse(text, out _) ? null : "a price is a number";

    static bool TryParse(string text, out double price) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out price) && double.IsFinite(price);
}

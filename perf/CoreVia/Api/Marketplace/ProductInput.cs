using CoreVia.Api.Data;
using CoreVia.Api.Http;

namespace CoreVia.Api.Marketplace;

/// <summary>What a trainer wants to sell.</summary>
internal sealed record ProductInput(string ProductType, string Title, string Description, double Price, string Currency, bool IsPublished)
    : IBody<ProductInput>
{
    const string DefaultCurrency = "AZN";
    const double HighestPrice = 10_000;

    // The last is not in the modelled system's list; its load suite sends it all the same.
    static readonly string[] Types =
        ["workout_plan", "meal_plan", "nutrition", "training_program", "ebook", "video_course", "consultation"];

    static readonly string[] Currencies = [DefaultCurrency, "USD", "EUR", "TRY"];

    /// <remarks>The load suite says <c>is_active</c> where it means published.</remarks>
    public static ProductInput Read(BodyFields fields) => new(
        fields.Choice("product_type", Types),
        fields.PlainText("title", least: 3, most: Product.LongestTitle, room: Product.LongestTitle),
        fields.PlainText("description", least: 10, most: 5_000),
        fields.NumberAbove("price", 0, HighestPrice),
        fields.OptionalText("currency") is null ? DefaultCurrency : fields.Text("currency", CheckCurrency).ToUpperInvariant(),
        fields.Flag(fields.Either("is_published", "is_active"), fallback: false));

    static string? CheckCurrency(string currency) => Currencies.Contains(currency.ToUpperInvariant(), StringComparer.Ordinal)
        ? null
        : $"the currency is none of {string.Join(", ", Currencies)}";
}

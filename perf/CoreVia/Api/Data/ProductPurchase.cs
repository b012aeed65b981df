using System.ComponentModel.DataAnnotations;

namespace CoreVia.Api.Data;

/// <summary>That a user has bought a product.</summary>
internal sealed class ProductPurchase
{
    public required string Id { get; init; }
    public required string ProductId { get; init; }
    public required string BuyerId { get; init; }
    public required double AmountPaid { get; init; }

    [MaxLength(10)]
    public required string Currency { get; init; }

    [MaxLength(200)]
    public string? TransactionId { get; init; }

    public string? ReceiptData { get; init; }
    public required DateTime PurchasedAt { get; init; }
}

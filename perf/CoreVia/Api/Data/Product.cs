using System.ComponentModel.DataAnnotations;

namespace CoreVia.Api.Data;

/// <summary>Something a trainer sells.</summary>
internal sealed class Product
{
    public const int LongestTitle = 200;

    public required string Id { get; init; }
    public required string SellerId { get; init; }

    [MaxLength(50)]
    public required string ProductType { get; init; }

    [MaxLength(LongestTitle)]
    public required string Title { get; init; }

    public required string Description { get; init; }
    public required double Price { get; init; }

    [MaxLength(10)]
    public required string Currency { get; init; }

    [MaxLength(500)]
    public string? CoverImageUrl { get; init; }

    [MaxLength(500)]
    public string? PreviewVideoUrl { get; init; }

    public string? ContentData { get; init; }
    public int SalesCount { get; init; }

    /// <summary>The mean of its reviews, or null while it has none.</summary>
    public double? Rating { get; init; }

    public int ReviewsCount { get; init; }
    public bool IsPublished { get; init; }
    public bool IsFeatured { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime UpdatedAt { get; init; }
}

using System.ComponentModel.DataAnnotations;

namespace CoreVia.Api.Data;

/// <summary>Something a user tells the others.</summary>
internal sealed class Post
{
    public const int LongestType = 50;

    public required string Id { get; init; }
    public required string UserId { get; init; }

    [MaxLength(LongestType)]
    public required string PostType { get; init; }

    public string? Content { get; init; }

    [MaxLength(500)]
    public string? ImageUrl { get; init; }

    public string? WorkoutId { get; init; }
    public string? FoodEntryId { get; init; }
    public int LikesCount { get; init; }
    public int CommentsCount { get; init; }
    public bool IsPublic { get; init; } = true;
    public required DateTime CreatedAt { get; init; }
    public required DateTime UpdatedAt { get; init; }
}

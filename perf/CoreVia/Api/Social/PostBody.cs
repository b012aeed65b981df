using CoreVia.Api.Data;

namespace CoreVia.Api.Social;

/// <summary>A post as a reader sees it.</summary>
internal sealed record PostBody(
    string Id,
    string UserId,
    string PostType,
    string? Content,
    string? ImageUrl,
    string? WorkoutId,
    string? FoodEntryId,
    int LikesCount,
    int CommentsCount,
    bool IsPublic,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    AuthorBody? Author,
    bool IsLiked)
{
    public static PostBody Of(Post post, AuthorBody? author, bool isLiked) => new(
        post.Id,
        post.UserId,
        post.PostType,
        post.Content,
        post.ImageUrl,
        post.WorkoutId,
        post.FoodEntryId,
        post.LikesCount,
        post.CommentsCount,
        post.IsPublic,
        post.CreatedAt,
        post.UpdatedAt,
        author,
        isLiked);
}

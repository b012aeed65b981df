namespace CoreVia.Api.Data;

/// <summary>That a user likes a post: at most once each.</summary>
internal sealed class PostLike
{
    public required string Id { get; init; }
    public required string PostId { get; init; }
    public required string UserId { get; init; }
    public required DateTime CreatedAt { get; init; }
}

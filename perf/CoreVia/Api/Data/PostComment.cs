namespace CoreVia.Api.Data;

/// <summary>What a user says to a post.</summary>
internal sealed class PostComment
{
    public required string Id { get; init; }
    public required string PostId { get; init; }
    public required string UserId { get; init; }
    public required string Content { get; init; }
    public required DateTime CreatedAt { get; init; }
}

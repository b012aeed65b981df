namespace CoreVia.Api.Data;

/// <summary>That one user wants to see the posts of another.</summary>
internal sealed class Follow
{
    public required string Id { get; init; }
    public required string FollowerId { get; init; }
    public required string FollowingId { get; init; }
    public required DateTime CreatedAt { get; init; }
}

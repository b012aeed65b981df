namespace CoreVia.Api.Social;

/// <summary>Who wrote a comment.</summary>
internal sealed record CommentAuthorBody(string Id, string Name, string? ProfileImageUrl);

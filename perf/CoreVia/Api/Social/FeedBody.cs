namespace CoreVia.Api.Social;

/// <summary>A page of the feed.</summary>
internal sealed record FeedBody(IReadOnlyList<PostBody> Posts, int Total, int Page, int PageSize, bool HasMore);

namespace CoreVia.Api.Social;

/// <summary>The answer to a like.</summary>
internal sealed record LikeBody(string Message, int LikesCount);

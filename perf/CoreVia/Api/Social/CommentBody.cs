using CoreVia.Api.Data;

namespace CoreVia.Api.Social;

/// <summary>A comment as a reader sees it.</summary>
internal sealed record CommentBody(string Id, string PostId, string UserId, string Content, DateTime CreatedAt, CommentAuthorBody Author)
{
    public static CommentBody Of(PostComment comment, User author) => new(
        comment.Id,
        comment.PostId,
        comment.UserId,
        comment.Content,
        comment.CreatedAt,
        new CommentAuthorBody(author.Id, author.Name, author.ProfileImageUrl));
}

using CoreVia.Api.Http;

namespace CoreVia.Api.Social;

/// <summary>What to say to a post.</summary>
internal sealed record CommentInput(string Content) : IBody<CommentInput>
{
    public static CommentInput Read(BodyFields fields) => new(fields.Text("content"));
}

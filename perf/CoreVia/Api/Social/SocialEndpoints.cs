using CoreVia.Api.Auth;
using CoreVia.Api.Http;

namespace CoreVia.Api.Social;

internal static class SocialEndpoints
{
    public static void MapSocial(this IEndpointRouteBuilder api)
    {
        var social = api.MapGroup("/social");
        social.MapGet("/feed", FeedAsync);
        social.MapPost("/posts", PostAsync);
        social.MapPost("/posts/{id:guid}/like", LikeAsync);
        social.MapPost("/posts/{id:guid}/comments", CommentAsync);
    }

    static async Task<IResult> FeedAsync(CurrentUser user, Input<FeedInput> input, Feed feed, CancellationToken ct) =>
        TypedResults.Json(await feed.PageAsync(user.Id, input.Value, ct));

    static async Task<IResult> PostAsync(CurrentUser user, Body<PostInput> input, Wall wall, CancellationToken ct) =>
        await wall.PostAsync(user.Id, input.Value, ct) is { } post
            ? TypedResults.Json(PostBody.Of(post, AuthorBody.Of(user.User), isLiked: false), statusCode: StatusCodes.Status201Created)
            : Errors.Detail(StatusCodes.Status404NotFound, "The workout or food entry of this post does not exist.");

    static async Task<IResult> LikeAsync(CurrentUser user, Guid id, Wall wall, CancellationToken ct) =>
        await wall.LikeAsync(user.Id, id.ToString(), ct) is { } likes
            ? TypedResults.Json(new LikeBody("You like this post.", likes))
            : NoPost();

    static async Task<IResult> CommentAsync(CurrentUser user, Guid id, Body<CommentInput> input, Wall wall, CancellationToken ct) =>
        await wall.CommentAsync(user.Id, id.ToString(), input.Value.Content, ct) is { } comment
            ? TypedResults.Json(CommentBody.Of(comment, user.User))
            : NoPost();

    static IResult NoPost() => Errors.Detail(StatusCodes.Status404NotFound, "This post does not exist.");
}

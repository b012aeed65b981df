using Microsoft.EntityFrameworkCore;

namespace CoreVia.Api.Tests;

public abstract class Liking(IStore store)
{
    [Fact]
    public async Task The_same_post_again_is_no_error_and_counts_once()
    {
        await using var server = await CoreViaServer.StartAsync(store);
        var user = await server.ClientAsync();
        var post = await user.PostedAsync("Post");

        var first = await user.LikeAsync(post);
        var again = await user.LikeAsync(post);

        first.Names.ShouldBe(["message", "likes_count"]);
        (first.Status, first["likes_count"]).ShouldBe((200, "1"));
        (again.Status, again["likes_count"]).ShouldBe((200, "1"));
    }

    [Fact]
    public async Task By_many_from_many_sides_at_once_loses_none_and_counts_none_twice()
    {
        await using var server = await CoreViaServer.StartAsync(store);
        var users = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => server.ClientAsync()));
        var post = await users[0].PostedAsync("Post");

        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => users[i % 20].LikeAsync(post)));

        replies.ShouldAllBe(reply => reply.Status == 200);
        (await users[0].LikeAsync(post))["likes_count"].ShouldBe("20");
        (await server.InDatabaseAsync(db => db.PostLikes.CountAsync())).ShouldBe(20);
        (await server.InDatabaseAsync(db => db.PostLikes.Select(like => like.CreatedAt).MinAsync()))
            .ShouldBeInRange(server.Clock.NaiveUtcNow().AddMinutes(-2), server.Clock.NaiveUtcNow());
    }

    [Fact]
    public async Task And_commenting_at_once_loses_no_count()
    {
        await using var server = await CoreViaServer.StartAsync(store);
        var user = await server.ClientAsync();
        var post = await user.PostedAsync("Post");

        var replies = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => i % 2 == 0
            ? user.LikeAsync(post)
            : user.PostAsync($"/api/v1/social/posts/{post}/comments", new { content = $"Comment {i}" })));

        replies.ShouldAllBe(reply => reply.Status == 200);
        var row = await server.InDatabaseAsync(db => db.Posts.SingleAsync());
        (row.LikesCount, row.CommentsCount).ShouldBe((1, 30));
    }
}

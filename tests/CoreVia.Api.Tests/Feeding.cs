using System.Text.Json;
using CoreVia.Api.Data;

namespace CoreVia.Api.Tests;

public sealed class Feeding(SharedServer shared)
{
    const string Feed = "/api/v1/social/feed";

    [Fact]
    public async Task A_post_is_answered_with_its_author()
    {
        var user = await shared.Server.ClientAsync();

        var reply = await user.PostAsync("/api/v1/social/posts", new { post_type = "meal", content = "Soup 7", is_public = true });

        reply.Status.ShouldBe(201);
        reply.Names.ShouldBe(
        [
            "id", "user_id", "post_type", "content", "image_url", "workout_id", "food_entry_id", "likes_count", "comments_count", "is_public",
            "created_at", "updated_at", "author", "is_liked",
        ]);
        (reply["user_id"], reply["post_type"], reply["content"], reply["likes_count"]).ShouldBe((user.Id, "meal", "Soup 7", "0"));
        var author = reply.Json.GetProperty("author");
        author.EnumerateObject().Select(property => property.Name).ShouldBe(["id", "name", "profile_image_url", "user_type"]);
        author.GetProperty("user_type").GetString().ShouldBe("client");
    }

    [Fact]
    public async Task The_feed_of_a_new_user_is_empty() =>
        (await (await shared.Server.ClientAsync()).GetAsync(Feed)).Text
            .ShouldBe("""{"posts":[],"total":0,"page":1,"page_size":20,"has_more":false}""");

    [Fact]
    public async Task The_feed_has_own_posts_in_pages_with_the_newest_first()
    {
        var user = await shared.Server.ClientAsync();
        for (var i = 1; i <= 5; i++)
        {
            await user.PostedAsync($"Post {i}");
        }

        var first = await user.GetAsync($"{Feed}?page=1&page_size=3");
        var second = await user.GetAsync($"{Feed}?page=2&page_size=3");

        Contents(first).ShouldBe(["Post 5", "Post 4", "Post 3"]);
        (first["total"], first["has_more"]).ShouldBe(("5", "True"));
        Contents(second).ShouldBe(["Post 2", "Post 1"]);
        (second["page"], second["page_size"], second["has_more"]).ShouldBe(("2", "3", "False"));
    }

    [Fact]
    public async Task The_feed_has_public_posts_of_those_one_follows_and_of_nobody_else()
    {
        var (reader, followed, stranger) = (await shared.Server.ClientAsync(), await shared.Server.TrainerAsync(), await shared.Server.ClientAsync());
        await shared.Server.AddAsync(new Follow
        {
            Id = Guid.NewGuid().ToString(), FollowerId = reader.Id!, FollowingId = followed.Id!, CreatedAt = new DateTime(2026, 1, 1),
        });
        await followed.PostedAsync("From somebody followed");
        await followed.PostedAsync("Secret", isPublic: false);
        await stranger.PostedAsync("From a stranger");
        await reader.PostedAsync("My own secret", isPublic: false);
        await reader.PostedAsync("My own");

        var feed = await reader.GetAsync(Feed);

        Contents(feed).ShouldBe(["My own", "From somebody followed"]);
        Posts(feed)[1].GetProperty("author").GetProperty("user_type").GetString().ShouldBe("trainer");
    }

    [Fact]
    public async Task The_feed_tells_which_posts_the_reader_likes()
    {
        var user = await shared.Server.ClientAsync();
        var liked = await user.PostedAsync("Liked");
        await user.PostedAsync("Not liked");
        await user.LikeAsync(liked);

        Posts(await user.GetAsync(Feed)).Select(post => (post.GetProperty("is_liked").GetBoolean(), post.GetProperty("likes_count").GetInt32()))
            .ShouldBe([(false, 0), (true, 1)]);
    }

    [Fact]
    public async Task A_comment_is_counted_and_answered_with_its_author()
    {
        var user = await shared.Server.ClientAsync();
        var post = await user.PostedAsync("Post");

        var reply = await user.PostAsync($"/api/v1/social/posts/{post}/comments", new { content = "Nice 7" });

        reply.Status.ShouldBe(200);
        reply.Names.ShouldBe(["id", "post_id", "user_id", "content", "created_at", "author"]);
        (reply["post_id"], reply["user_id"], reply["content"]).ShouldBe((post, user.Id, "Nice 7"));
        reply.Json.GetProperty("author").EnumerateObject().Select(property => property.Name).ShouldBe(["id", "name", "profile_image_url"]);
        Posts(await user.GetAsync(Feed))[0].GetProperty("comments_count").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task A_post_that_is_not_there_is_404(string id)
    {
        var user = await shared.Server.ClientAsync();

        (await user.LikeAsync(id)).Status.ShouldBe(404);
        (await user.PostAsync($"/api/v1/social/posts/{id}/comments", new { content = "Nice" })).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_post_about_a_workout_that_is_not_there_is_404()
    {
        var user = await shared.Server.ClientAsync();
        var workout = await user.PostAsync("/api/v1/workouts", new { title = "Run", duration = 30 });

        (await user.PostAsync("/api/v1/social/posts", new { post_type = "workout", workout_id = workout["id"] })).Status.ShouldBe(201);
        (await user.PostAsync("/api/v1/social/posts", new { post_type = "workout", workout_id = "none" })).Status.ShouldBe(404);
        (await user.PostAsync("/api/v1/social/posts", new { post_type = "meal", food_entry_id = "none" })).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("""{"content": "x"}""", "missing at body.post_type")]
    [InlineData("""{"post_type": "a type of post whose name does not fit in its column"}""", "string_too_long at body.post_type")]
    [InlineData("""{"post_type": "general", "is_public": "perhaps"}""", "bool_parsing at body.is_public")]
    [InlineData("""{"post_type": "general", "content": 7}""", "string_type at body.content")]
    public async Task A_post_that_breaks_a_rule_is_refused(string body, string problem)
    {
        var reply = await (await shared.Server.ClientAsync()).PostTextAsync("/api/v1/social/posts", body);

        reply.Status.ShouldBe(422);
        reply.Problems.ShouldBe([problem]);
    }

    [Theory]
    [InlineData("?page=0", "greater_than_equal at query.page")]
    [InlineData("?page_size=many", "int_parsing at query.page_size")]
    public async Task A_page_that_cannot_be_is_refused(string query, string problem) =>
        (await (await shared.Server.ClientAsync()).GetAsync(Feed + query)).Problems.ShouldBe([problem]);

    static List<JsonElement> Posts(Reply feed) => [.. feed.Json.GetProperty("posts").EnumerateArray()];

    static IEnumerable<string?> Contents(Reply feed) => Posts(feed).Select(post => post.GetProperty("content").GetString());
}

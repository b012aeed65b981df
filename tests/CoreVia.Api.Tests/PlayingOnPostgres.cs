using CoreVia.Api.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoreVia.Api.Tests;

public sealed class PlayingOnPostgres(PostgresCluster cluster) : PlayingTheLoadSuite(cluster)
{
    readonly PostgresCluster cluster = cluster;

    [Fact]
    public async Task Without_a_free_connection_in_time_the_answer_is_500_and_the_log_says_why()
    {
        await using var server = await CoreViaServer.StartAsync(cluster, ("DATABASE_POOL_SIZE", "1"), ("DATABASE_POOL_TIMEOUT_SECONDS", "1"));
        var user = await server.ClientAsync();

        Reply reply;
        await using (var scope = server.Services.CreateAsyncScope())
        {
            // The only connection there is.
            await scope.ServiceProvider.GetRequiredService<CoreViaDb>().Database.OpenConnectionAsync();
            reply = await user.GetAsync("/api/v1/users/profile");
        }

        reply.Status.ShouldBe(500);
        reply.Text.ShouldBe("Internal Server Error");
        server.Log.Lines.ShouldContain(line =>
            line.Contains("GET /api/v1/users/profile failed") && line.Contains("The connection pool has been exhausted"));
        (await user.GetAsync("/api/v1/users/profile")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task No_text_gets_as_far_as_to_be_refused_by_the_database()
    {
        await using var server = await CoreViaServer.StartAsync(cluster);
        var user = await server.TrainerAsync();

        (await user.PostAsync("/api/v1/social/posts", new { post_type = "\0" })).Status.ShouldBe(422);
        (await user.PostAsync("/api/v1/social/posts", new { post_type = "general", workout_id = "\0" })).Status.ShouldBe(422);
        (await user.GetAsync("/api/v1/marketplace/products?product_type=%00")).Status.ShouldBe(422);
        (await user.OfferAsync(new string('&', 199))).Status.ShouldBe(422);
        (await user.LogInAsync("a@b.test", "trainer", "\0")).Status.ShouldBe(422);
    }
}

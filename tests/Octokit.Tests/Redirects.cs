using Microsoft.AspNetCore.Http;
using Octokit.Tests.Support;

namespace Octokit.Tests;

/// <summary>A repository that was renamed answers from its new place.</summary>
public sealed class Redirects
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_request_is_repeated_there_as_it_was(int status)
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(context => Moved(context, status));
        (await gitHub.Client.Issue.Comment.Create("old", "repo", 7, "text")).Id.ShouldBe(1);
        gitHub.Requests.Last().ShouldBe("POST", "/api/v3/repositories/1/issues/7/comments", """{"body":"text"}""");
        gitHub.Requests.Last().Headers["Authorization"].ShouldBe("Token a-token");
    }

    [Fact]
    public async Task A_circle_is_left()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(context =>
            Answers.Nothing(307, ("Location", $"http://{context.Request.Host}{context.Request.Path}"))(context));
        await Should.ThrowAsync<InvalidOperationException>(() => gitHub.Client.PullRequest.Get("octo", "repo", 7));
        gitHub.Requests.Count.ShouldBe(5);
    }

    static Task Moved(HttpContext context, int status)
    {
        var place = $"http://{context.Request.Host}/api/v3/repositories/1/issues/7/comments";
        var answer = context.Request.Path.Value!.Contains("/repositories/")
            ? Answers.Json("""{"id":1}""", 201)
            : Answers.Nothing(status, ("Location", place));
        return answer(context);
    }
}

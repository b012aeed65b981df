using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Octokit.Tests.Support;

namespace Octokit.Tests;

/// <summary>Lists come in pages, and each answer says where the next one is.</summary>
public sealed class Paging
{
    [Fact]
    public async Task Every_page_is_got_in_order()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(context => PageAsync(context, 3));
        var comments = await gitHub.Client.Issue.Comment.GetAllForIssue("octo", "repo", 7, new ApiOptions { PageSize = 2 });
        comments.Select(comment => comment.Id).ShouldBe([10, 11, 20, 21, 30, 31]);
        gitHub.Requests.ShouldAllBe(request => request.Target.Contains("per_page=2"));
        gitHub.Requests.ShouldAllBe(request => request.Headers["Authorization"] == "Token a-token");
    }

    [Fact]
    public async Task The_caller_may_want_some_pages_only()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(context => PageAsync(context, 9));
        var options = new ApiOptions { PageSize = 2, StartPage = 3, PageCount = 2 };
        var comments = await gitHub.Client.Issue.Comment.GetAllForIssue("octo", "repo", 7, options);
        comments.Select(comment => comment.Id).ShouldBe([30, 31, 40, 41]);
    }

    [Fact]
    public async Task A_page_that_fails_fails_the_list()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(context =>
            Number(context) == 2 ? Answers.Json("""{"message":"Server Error"}""", 502)(context) : PageAsync(context, 3));
        var exception = await Should.ThrowAsync<ApiException>(
            () => gitHub.Client.Issue.Comment.GetAllForIssue("octo", "repo", 7, ApiOptions.None));
        exception.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
    }

    [Fact]
    public async Task A_list_that_is_not_there_is_named()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("""{"message":"Not Found"}""", 404));
        var exception = await Should.ThrowAsync<NotFoundException>(
            () => gitHub.Client.Issue.Comment.GetAllForIssue("octo", "repo", 7, ApiOptions.None));
        exception.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        exception.Message.ShouldBe("repos/octo/repo/issues/7/comments was not found.");
    }

    static Task PageAsync(HttpContext context, int last)
    {
        var number = Number(context);
        var here = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}?per_page=2&page=";
        var links = number == last
            ? $"""<{here}{number - 1}>; rel="prev", <{here}1>; rel="first" """
            : $"""<{here}{number + 1}>; rel="next", <{here}{last}>; rel="last" """;
        return Answers.Json($$"""[{"id":{{number}}0},{"id":{{number}}1}]""", 200, ("Link", links.Trim()))(context);
    }

    static int Number(HttpContext context) =>
        int.TryParse(context.Request.Query["page"], CultureInfo.InvariantCulture, out var number) ? number : 1;
}

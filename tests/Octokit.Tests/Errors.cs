using System.Net;
using Octokit.Tests.Support;

namespace Octokit.Tests;

/// <summary>Which answer is which exception.</summary>
public sealed class Errors
{
    [Theory]
    [InlineData(401, "Bad credentials", typeof(AuthorizationException))]
    [InlineData(403, "Resource not accessible by integration", typeof(ForbiddenException))]
    [InlineData(403, "API rate limit exceeded for installation ID 1.", typeof(RateLimitExceededException))]
    [InlineData(403, "You have exceeded a secondary rate limit.", typeof(SecondaryRateLimitExceededException))]
    [InlineData(403, "You have triggered an abuse detection mechanism.", typeof(AbuseException))]
    [InlineData(404, "Not Found", typeof(NotFoundException))]
    [InlineData(410, "Issues are disabled for this repo", typeof(ApiException))]
    [InlineData(422, "Validation Failed", typeof(ApiValidationException))]
    [InlineData(429, "You have exceeded a secondary rate limit.", typeof(ApiException))]
    [InlineData(500, "Server Error", typeof(ApiException))]
    public async Task An_error_has_its_kind_and_GitHubs_words(int status, string message, Type kind)
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json(
            $$"""{"message":"{{message}}","documentation_url":"https://docs.github.com/rest"}""", status));
        var exception = await FailureAsync(gitHub);
        exception.ShouldBeOfType(kind);
        exception.StatusCode.ShouldBe((HttpStatusCode)status);
        exception.Message.ShouldBe(message);
        exception.ApiError.DocumentationUrl.ShouldBe("https://docs.github.com/rest");
        exception.HttpResponse.StatusCode.ShouldBe((HttpStatusCode)status);
    }

    [Fact]
    public async Task A_body_that_is_too_long_says_what_is_wrong_with_it()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json("""
            {
              "message": "Validation Failed",
              "errors": [
                {
                  "resource": "IssueComment", "code": "unprocessable", "field": "data",
                  "message": "Body is too long (maximum is 65536 characters)"
                }
              ]
            }
            """, 422));
        var detail = (await FailureAsync(gitHub)).ApiError.Errors.ShouldHaveSingleItem();
        detail.Message.ShouldBe("Body is too long (maximum is 65536 characters)");
        (detail.Resource, detail.Code, detail.Field).ShouldBe(("IssueComment", "unprocessable", "data"));
    }

    [Fact]
    public async Task A_rate_limit_says_when_there_will_be_new_requests()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json(
            """{"message":"API rate limit exceeded"}""",
            403,
            ("X-RateLimit-Limit", "1000"),
            ("X-RateLimit-Remaining", "0"),
            ("X-RateLimit-Reset", "1767323045")));
        var exception = (await FailureAsync(gitHub)).ShouldBeOfType<RateLimitExceededException>();
        (exception.Limit, exception.Remaining).ShouldBe((1000, 0));
        exception.Reset.ShouldBe(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_secondary_rate_limit_says_in_a_header_how_long_to_wait()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json(
            """{"message":"You have exceeded a secondary rate limit."}""", 403, ("Retry-After", "17")));
        var exception = (await FailureAsync(gitHub)).ShouldBeOfType<SecondaryRateLimitExceededException>();
        exception.HttpResponse.Headers["Retry-After"].ShouldBe("17");
    }

    [Theory]
    [InlineData("17", 17)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task Abuse_says_how_long_to_wait_if_GitHub_does(string? said, int? seconds)
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Json(
            """{"message":"You have triggered an abuse detection mechanism."}""",
            403,
            said is null ? [] : [("Retry-After", said)]));
        (await FailureAsync(gitHub)).ShouldBeOfType<AbuseException>().RetryAfterSeconds.ShouldBe(seconds);
    }

    [Fact]
    public async Task A_page_of_somebody_on_the_way_is_its_own_message()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Text("<h1>Bad gateway</h1>", "text/html", 502));
        var exception = await FailureAsync(gitHub);
        exception.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        exception.Message.ShouldBe("<h1>Bad gateway</h1>");
    }

    [Fact]
    public async Task An_error_without_words_has_a_message_all_the_same()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Nothing(503));
        (await FailureAsync(gitHub)).Message.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task A_server_that_hangs_up_is_an_HttpRequestException()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.HangUp);
        await Should.ThrowAsync<HttpRequestException>(() => gitHub.Client.PullRequest.Get("octo", "repo", 7));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up()
    {
        await using var gitHub = await FakeGitHub.AnsweringAsync(Answers.Silence);
        var client = gitHub.Client;
        client.SetRequestTimeout(TimeSpan.FromMilliseconds(200));
        await Should.ThrowAsync<TaskCanceledException>(() => client.PullRequest.Get("octo", "repo", 7));
    }

    static Task<ApiException> FailureAsync(FakeGitHub gitHub) =>
        Should.ThrowAsync<ApiException>(() => gitHub.Client.Issue.Comment.Create("octo", "repo", 7, "x"));
}
